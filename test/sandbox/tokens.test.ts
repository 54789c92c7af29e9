import { bearer, call, exchange, json, tms } from './client';
import { useSandbox } from '../support/useSandbox';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('logins and tokens', () => {
	const sandbox = useSandbox();

	const whoAmI = async (headers: Record<string, string>) =>
		(await tms(sandbox, 'GET', '/v1/auth/whoAmI', { headers })).status;

	const profiles = async (headers: Record<string, string>) =>
		(await call('GET', `${sandbox.languageAiUrl}/v1/translationProfiles`, { headers })).status;

	it('exchanges a platform token for a JWT of its own application only', async () => {
		const { phraseTmsApi, phraseLanguageAiApi } = sandbox.credentials;
		const tmsBearer = await bearer(sandbox, phraseTmsApi.platformApiToken);
		const languageAiBearer = await bearer(sandbox, phraseLanguageAiApi.platformApiToken);
		expect(await whoAmI(tmsBearer)).toBe(200);
		expect(await profiles(tmsBearer)).toBe(401);
		expect(await profiles(languageAiBearer)).toBe(200);
		expect(await whoAmI(languageAiBearer)).toBe(401);
		expect(sandbox.counters()).toMatchObject({ logins: 2, unauthorized: 2 });
	});

	it('refuses a wrong platform token with invalid_grant', async () => {
		const reply = await exchange(sandbox, 'wrong');
		expect(reply.status).toBe(400);
		expect(json(reply)).toMatchObject({ error: 'invalid_grant' });
		expect(sandbox.counters()).toMatchObject({ logins: 0, loginsRefused: 1 });
	});

	it.each(['v1', 'v3'])('logs in to TMS by user name and password (%s)', async (version) => {
		const { userName, password } = sandbox.credentials.phraseTmsApiPassword;
		const login = (secret: string) =>
			call('POST', `${sandbox.tmsUrl}/api2/${version}/auth/login`, { json: { userName, password: secret } });
		const { token } = json(await login(password)) as { token: string };
		expect(await whoAmI({ authorization: `ApiToken ${token}` })).toBe(200);
		expect(await whoAmI({ authorization: `Bearer ${token}` })).toBe(401);
		expect((await login('wrong')).status).toBe(401);
	});

	it('gives the account of another organization by userUid', async () => {
		const { userName, password } = sandbox.credentials.phraseTmsApiPassword;
		const login = (userUid: string) =>
			call('POST', `${sandbox.tmsUrl}/api2/v3/auth/login`, { json: { userName, password, userUid } });
		const { uidElsewhere } = sandbox.seed.user;
		expect(json(await login(uidElsewhere))).toMatchObject({ user: { uid: uidElsewhere } });
		expect((await login('unknown')).status).toBe(401);
	});

	it('logs in to Language AI with the organization', async () => {
		const { userName, password, organizationUid } = sandbox.credentials.phraseLanguageAiApiPassword;
		const login = (uid: string) =>
			call('POST', `${sandbox.languageAiUrl}/v1/auth/login`, {
				json: { userName, password, organization: { uid } },
			});
		const { token, tokenType } = json(await login(organizationUid)) as { token: string; tokenType: string };
		expect(await profiles({ authorization: `${tokenType} ${token}` })).toBe(200);
		expect((await login('other')).status).toBe(401);
	});

	it('lets a token die after a number of requests', async () => {
		sandbox.configure({ tokenLifeRequests: 2 });
		const headers = await bearer(sandbox, sandbox.credentials.phraseTmsApi.platformApiToken);
		expect([await whoAmI(headers), await whoAmI(headers), await whoAmI(headers)]).toEqual([200, 200, 401]);
	});

	it('lets a token die after its lifetime, and says the lifetime', async () => {
		sandbox.configure({ tokenLifeMs: 0 });
		const reply = await exchange(sandbox, sandbox.credentials.phraseTmsApi.platformApiToken);
		const { access_token: token, expires_in: seconds } = json(reply) as {
			access_token: string;
			expires_in: number;
		};
		expect(seconds).toBe(0);
		expect(await whoAmI({ authorization: `Bearer ${token}` })).toBe(401);
	});

	it('revokes session tokens, but not one that a user keeps in a credential', async () => {
		const headers = await bearer(sandbox, sandbox.credentials.phraseTmsApi.platformApiToken);
		sandbox.revokeTokens();
		expect(await whoAmI(headers)).toBe(401);
		const { apiToken } = sandbox.credentials.phraseTmsApiToken;
		expect(await whoAmI({ authorization: `ApiToken ${apiToken}` })).toBe(200);
	});

	it('walks through OAuth2: code, token, refresh', async () => {
		const { authUrl, accessTokenUrl, clientId } = sandbox.credentials.phraseTmsOAuth2Api;
		const ask = new URLSearchParams({
			response_type: 'code',
			client_id: clientId,
			redirect_uri: 'http://127.0.0.1:1/back',
			state: 'mine',
		});
		const redirect = await call('GET', `${authUrl}?${ask.toString()}`);
		expect(redirect.status).toBe(302);
		const location = new URL(String(redirect.headers.location));
		expect(location.searchParams.get('state')).toBe('mine');
		const code = location.searchParams.get('code') ?? '';

		const getToken = (form: Record<string, string>) =>
			call('POST', accessTokenUrl, {
				headers: { 'content-type': 'application/x-www-form-urlencoded' },
				body: new URLSearchParams(form).toString(),
			});
		const first = json(await getToken({ grant_type: 'authorization_code', code, client_id: clientId })) as {
			access_token: string;
			refresh_token: string;
		};
		expect(await whoAmI({ authorization: `Bearer ${first.access_token}` })).toBe(200);
		expect((await getToken({ grant_type: 'authorization_code', code })).status).toBe(400);
		const second = json(
			await getToken({ grant_type: 'refresh_token', refresh_token: first.refresh_token }),
		) as { access_token: string };
		expect(await whoAmI({ authorization: `Bearer ${second.access_token}` })).toBe(200);
	});

	it('knows a session token after a reset as well: whoever has it goes on with it', async () => {
		const headers = await bearer(sandbox, sandbox.credentials.phraseTmsApi.platformApiToken);
		await sandbox.reset();
		expect(await whoAmI(headers)).toBe(200);
		sandbox.revokeTokens();
		expect(await whoAmI(headers)).toBe(401);
	});

	it('never shows a token in the log', async () => {
		const headers = await bearer(sandbox, sandbox.credentials.phraseTmsApi.platformApiToken);
		await whoAmI({ ...headers, ...JSON_TYPE });
		const log = JSON.stringify(sandbox.requests());
		expect(log).toContain('Bearer [redacted]');
		expect(log).not.toContain(headers.authorization?.split(' ')[1]);
	});
});
