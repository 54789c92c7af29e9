import type { PhraseError } from '../../core/http/errors';
import { GET, POST } from '../../core/http/request';
import { BACKOFF } from '../../core/http/retry';
import { CredentialStore } from '../../n8n/inProcess';
import { ScriptedPhrase, type Script } from '../support/phrase';
import { json } from '../support/server';

let phrase: ScriptedPhrase;

beforeEach(async () => {
	phrase = await ScriptedPhrase.start((response, { headers }) =>
		json(response, 200, { authorization: headers.authorization }),
	);
});

afterEach(async () => await phrase.close());

const request = () => GET`/api2/v1/projects/${'p'}`;

it('logs in when this process knows no token, with one call', async () => {
	const client = await phrase.client();
	expect((await client.send(request())).body).toEqual({ authorization: 'Bearer token-1' });
	expect(phrase.server.received).toHaveLength(2);
});

it('uses the known token in the next run', async () => {
	const { credentials } = await phrase.client();
	await (await phrase.client({ credentials })).send(request());
	await (await phrase.client({ credentials })).send(request());
	expect(phrase.logIns).toBe(1);
});

it('logs in once for many runs that start together', async () => {
	const credentials = new CredentialStore({ phraseTmsApi: phrase.credential() });
	const clients = await Promise.all(
		Array.from({ length: 5 }, async () => await phrase.client({ credentials })),
	);
	await Promise.all(clients.flatMap((client) => [client.send(request()), client.send(request())]));
	expect(phrase.logIns).toBe(1);
});

it('logs in again once when the token expires in the middle of 200 parallel calls', async () => {
	const client = await phrase.client();
	await client.send(request());
	phrase.expireToken();
	const answers = await Promise.all(Array.from({ length: 200 }, async () => await client.send(request())));
	expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ authorization: 'Bearer token-2' })));
	expect(phrase.logIns).toBe(2);
});

it('takes over a token that another run has renewed', async () => {
	const first = await phrase.client();
	await first.send(request());
	const second = await phrase.client({ credentials: first.credentials });
	await second.send(request());
	phrase.expireToken();
	await first.send(request());
	await second.send(request());
	expect(phrase.logIns).toBe(2);
});

it('repeats a call that creates something after logging in again: the refused one did nothing', async () => {
	const client = await phrase.client();
	await client.send(request());
	phrase.expireToken();
	await client.send(POST`/api2/v1/things`.repeatable('refused').json({ a: 1 }).repeatable('never'));
	expect(
		phrase.requests.filter(({ method }) => method === 'POST').map(({ body }) => body.toString()),
	).toEqual(['{"a":1}', '{"a":1}']);
});

it('gives up when the new token is refused too', async () => {
	phrase.tokensAreRefused = true;
	const client = await phrase.client();
	await expect(client.send(request())).rejects.toMatchObject({
		httpCode: 401,
		errorCode: 'AuthUnauthorized',
		description: expect.stringContaining('Open the credential') as string,
	});
	expect(phrase.requests).toHaveLength(2);
});

it('does not log in again when only the one call is refused', async () => {
	await phrase.close();
	phrase = await ScriptedPhrase.start((response) =>
		json(response, 401, { errorCode: 'AuthUnauthorized', errorDescription: 'Unauthorized access.' }),
	);
	const client = await phrase.client();
	await expect(client.send(request())).rejects.toMatchObject({
		httpCode: 401,
		errorCode: 'AuthUnauthorized',
	});
	expect(phrase.logIns).toBe(1);
	expect(phrase.requests).toHaveLength(1);
});

it('names what Phrase said about a wrong secret, asks once, and shows no secret', async () => {
	phrase.refusedLogIns.push(
		...Array.from(
			{ length: 10 },
			() => (response: Parameters<typeof json>[0]) =>
				json(response, 400, { error: 'invalid_grant', error_description: 'No such token: platform-secret' }),
		),
	);
	const client = await phrase.client();
	const failures = await Promise.allSettled(
		Array.from({ length: 20 }, async () => await client.send(request())),
	);
	for (const failure of failures) {
		const reason = (failure as PromiseRejectedResult).reason as PhraseError;
		expect(reason).toMatchObject({
			name: 'PhraseError',
			kind: 'signInRefused',
			httpCode: 400,
			message: 'The Phrase Platform did not accept the Platform API token (HTTP 400)',
			description: expect.stringMatching(
				/^Make a new token .* Phrase says: No such token: \*\*\* \[/,
			) as string,
		});
		expect(JSON.stringify(reason) + String(reason.description) + String(reason.stack)).not.toContain(
			'platform-secret',
		);
	}
	expect(phrase.server.received).toHaveLength(1);
});

it('asks no more in a run whose secret was refused', async () => {
	phrase.refusedLogIns.push((response) => json(response, 401, { error: 'invalid_grant' }));
	const client = await phrase.client();
	for (const call of [client.send(request()), client.send(request()), client.send(request())]) {
		await expect(call).rejects.toMatchObject({ kind: 'signInRefused' });
	}
	expect(phrase.server.received).toHaveLength(1);
});

describe('a log-in that fails for the moment', () => {
	const FAILURES: Array<[string, Script]> = [
		['a reset', (response) => response.destroy()],
		...[408, 429, 500, 502, 503, 504].map((status): [string, Script] => [
			`HTTP ${status}`,
			(response) => json(response, status, {}),
		]),
	];

	it.each(FAILURES)('is repeated after %s', async (_name, failure) => {
		phrase.refusedLogIns.push(failure, failure);
		const client = await phrase.client();
		expect((await client.send(request())).status).toBe(200);
		expect(phrase.server.received).toHaveLength(4);
	});

	it.each(FAILURES)(
		'says so after many times %s, and is tried again by the next call',
		async (_name, failure) => {
			phrase.refusedLogIns.push(...Array.from({ length: BACKOFF.attempts.busy }, () => failure));
			const client = await phrase.client();
			const error = (await client.send(request()).catch((caught: unknown) => caught)) as PhraseError;
			expect(error).toMatchObject({ kind: 'signInUnavailable', isPassing: true });
			expect(`${error.message} ${error.description}`).toMatch(/Try again later\./);
			expect(`${error.message} ${error.description}`).not.toMatch(/\bcheck (the|it|your)\b/i);
			phrase.refusedLogIns.length = 0;
			expect((await client.send(request())).status).toBe(200);
			expect(phrase.logIns).toBe(1);
		},
	);

	it('is stopped with the execution, and goes on for the others', async () => {
		const stop = new AbortController();
		const credentials = new CredentialStore({ phraseTmsApi: phrase.credential() });
		phrase.refusedLogIns.push((response) => {
			stop.abort(new Error('stopped'));
			json(response, 503, {});
		});
		const stopped = await phrase.client({ credentials, signal: stop.signal });
		const other = await phrase.client({ credentials });
		const [first, second] = await Promise.allSettled([stopped.send(request()), other.send(request())]);
		expect(first).toMatchObject({ status: 'rejected', reason: { message: 'stopped' } });
		expect(second).toMatchObject({ status: 'fulfilled', value: { status: 200 } });
		expect(phrase.logIns).toBe(1);
	});
});

it.each<[string, Script]>([
	['a host that does not know it (HTTP 501)', (response) => json(response, 501, {})],
	['another host (HTTP 404)', (response) => response.writeHead(404).end('<html>')],
	['a page instead of a token', (response) => response.end('<html>')],
])('does not repeat a log-in that is answered by %s', async (_name, answer) => {
	phrase.refusedLogIns.push(answer);
	const client = await phrase.client();
	await expect(client.send(request())).rejects.toMatchObject({
		kind: 'unusable',
		description: expect.stringContaining('Check the region or the custom URL') as string,
	});
	expect(phrase.server.received).toHaveLength(1);
});

it('renews a token before its end', async () => {
	// Some ms more than the time by which tokens are renewed early.
	phrase.life = { expires_in: 5 * 60 + 0.02 };
	const { credentials } = await phrase.client();
	while (phrase.logIns < 2) await (await phrase.client({ credentials })).send(request());
	expect(phrase.requests.map(({ headers }) => headers.authorization)).toContain('Bearer token-2');
});

it.each([
	['is over already', { expires: '2020-01-01T00:00:00Z' }],
	['is shorter than any call', { expires_in: 1 }],
	['is not told', {}],
	['is no number', { expires: 'tomorrow' }],
])('uses a token until it is refused when its life %s', async (_name, life) => {
	phrase.life = life;
	const { credentials } = await phrase.client();
	for (let calls = 0; calls < 3; calls++) await (await phrase.client({ credentials })).send(request());
	expect(phrase.logIns).toBe(1);
	phrase.expireToken();
	expect((await (await phrase.client({ credentials })).send(request())).status).toBe(200);
	expect(phrase.logIns).toBe(2);
});

it('does not log in with a ready TMS API token, and says when it is refused', async () => {
	const credentials = new CredentialStore({
		phraseTmsApi: phrase.credential({ authType: 'apiToken', apiToken: 'a-ready-token' }),
	});
	const client = await phrase.client({ credentials });
	await expect(client.send(request())).rejects.toMatchObject({ httpCode: 401 });
	expect(phrase.server.received.map(({ headers }) => headers.authorization)).toEqual([
		'ApiToken a-ready-token',
	]);
});

it('sends the token of a password log-in as ApiToken', async () => {
	const credentials = new CredentialStore({
		phraseTmsApi: phrase.credential({
			authType: 'password',
			userName: 'me',
			password: 'pass-word',
			userUid: 'u1',
		}),
	});
	const client = await phrase.client({ credentials });
	expect((await client.send(request())).body).toEqual({ authorization: 'ApiToken token-1' });
	expect(JSON.parse(phrase.server.received[0]?.body.toString() ?? '')).toEqual({
		userName: 'me',
		password: 'pass-word',
		userUid: 'u1',
	});
});

it('refuses a custom URL that would send the secret in the clear', async () => {
	const credentials = new CredentialStore({
		phraseTmsApi: phrase.credential({ tmsUrl: 'http://cloud.memsource.com' }),
	});
	const client = await phrase.client({ credentials });
	await expect(client.send(request())).rejects.toThrow(/'TMS URL' must start with https/);
	expect(phrase.server.received).toHaveLength(0);
});

describe('OAuth2', () => {
	const oauth2 = (oauthTokenData?: object) =>
		new CredentialStore({
			phraseTmsOAuth2Api: {
				region: 'custom',
				tmsUrl: `${phrase.server.url}/web/`,
				clientId: 'client',
				clientSecret: 'client-secret',
				oauthTokenData,
			},
		});

	it('renews the token once for many calls, and n8n stores it', async () => {
		const credentials = oauth2({ access_token: 'expired-token', refresh_token: 'refresh-token' });
		const client = await phrase.client({ credentials, credentialType: 'phraseTmsOAuth2Api' });
		const answers = await Promise.all(Array.from({ length: 20 }, async () => await client.send(request())));
		expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ authorization: 'Bearer token-1' })));
		expect(phrase.logIns).toBe(1);
		const renewal = phrase.server.received.find(({ path }) => path === '/web/oauth/token');
		expect(Object.fromEntries(new URLSearchParams(renewal?.body.toString()))).toMatchObject({
			grant_type: 'refresh_token',
			refresh_token: 'refresh-token',
		});
		expect(credentials.data('phraseTmsOAuth2Api').oauthTokenData).toMatchObject({ access_token: 'token-1' });
	});

	it.each([
		['is not connected yet', undefined],
		['cannot be renewed', { access_token: 'expired-token' }],
	])('says what to do when it %s', async (_name, oauthTokenData) => {
		const client = await phrase.client({
			credentials: oauth2(oauthTokenData),
			credentialType: 'phraseTmsOAuth2Api',
		});
		const error: unknown = await client.send(request()).catch((caught: unknown) => caught);
		expect(error).toMatchObject({
			name: 'PhraseError',
			httpCode: 401,
			description: expect.stringContaining('Open the credential') as string,
		});
		expect(JSON.stringify(error)).not.toContain('expired-token');
	});
});
