import { Readable } from 'node:stream';
import { CLEARED } from '../../core/http/jsonBody';
import { DELETE, GET, PATCH, POST, type ByteSource } from '../../core/http/request';
import { CredentialStore } from '../../n8n/inProcess';
import { QUICK, ScriptedPhrase, type Script } from '../support/phrase';
import { json } from '../support/server';
import { until } from '../support/until';

let phrase: ScriptedPhrase;
let script: Script[];

beforeEach(async () => {
	script = [];
	phrase = await ScriptedPhrase.start((response, request) => {
		const next = script.shift();
		if (next) next(response, request);
		else json(response, 200, { ok: true });
	});
});

afterEach(async () => await phrase.close());

const answer =
	(status: number, headers: Record<string, string> = {}): Script =>
	(response) =>
		json(response, status, { errorCode: `Code${status}`, errorDescription: 'Because.' }, headers);

const reset: Script = (response) => response.destroy();

const file = (text: string): ByteSource => ({
	fileName: 'a.txt',
	mimeType: 'text/plain',
	size: text.length,
	open: async () => Readable.from([Buffer.from(text)]),
});

describe('a call that changes nothing', () => {
	it.each([
		['408', answer(408)],
		['429', answer(429)],
		['500', answer(500)],
		['502', answer(502)],
		['503', answer(503)],
		['a lost connection', reset],
	])('is repeated after %s', async (_name, failure) => {
		script = [failure, failure];
		const client = await phrase.client();
		expect((await client.send(GET`/api2/v1/projects/${'p'}`)).body).toEqual({ ok: true });
		expect(phrase.requests).toHaveLength(3);
	});

	it('is repeated when its answer breaks off', async () => {
		script = [
			(response) => {
				response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
				response.write('{"half":');
				setImmediate(() => response.destroy());
			},
		];
		const client = await phrase.client();
		expect((await client.send(GET`/api2/v1/projects/${'p'}`)).body).toEqual({ ok: true });
		expect(phrase.requests).toHaveLength(2);
	});

	it.each([400, 403, 404, 409, 410, 501])('is not repeated after %i', async (status) => {
		script = [answer(status)];
		const client = await phrase.client();
		await expect(client.send(GET`/api2/v1/projects/${'p'}`)).rejects.toMatchObject({
			httpCode: status,
			errorCode: `Code${status}`,
		});
		expect(phrase.requests).toHaveLength(1);
	});

	it('is given up in the end', async () => {
		script = Array<Script>(50).fill(answer(500));
		const client = await phrase.client();
		await expect(client.send(GET`/api2/v1/projects/${'p'}`)).rejects.toMatchObject({
			httpCode: 500,
			kind: 'perhapsDone',
		});
		expect(phrase.requests).toHaveLength(5);
	});
});

describe('a call that creates something', () => {
	const create = () => POST`/api2/v1/projects/${'p'}/jobs`.repeatable('refused').bytes(file('content'));

	it.each([429, 503])('is repeated with its whole file after %i', async (status) => {
		script = [answer(status), answer(status)];
		const client = await phrase.client();
		await client.send(create());
		expect(phrase.requests.map(({ body }) => body.toString())).toEqual(['content', 'content', 'content']);
	});

	it.each([
		['500', answer(500)],
		['504', answer(504)],
		['408', answer(408)],
		['a lost connection', reset],
	])('is sent once only when %s leaves open whether it was taken', async (_name, failure) => {
		script = [failure];
		const client = await phrase.client();
		await expect(client.send(create())).rejects.toMatchObject({ name: 'PhraseError' });
		expect(phrase.requests).toHaveLength(1);
	});

	it('says that its file could not be read, and does not repeat that', async () => {
		let opened = 0;
		const broken: ByteSource = {
			...file('content'),
			size: undefined,
			open: async () => {
				opened++;
				return Readable.from(
					(async function* () {
						yield Buffer.from('some');
						throw new Error('The disk is gone');
					})(),
				);
			},
		};
		const client = await phrase.client();
		await expect(client.send(POST`/api2/v1/files`.repeatable('refused').bytes(broken))).rejects.toMatchObject(
			{ description: expect.stringContaining('The disk is gone') as string },
		);
		expect(opened).toBe(1);
	});
});

describe('a PATCH', () => {
	it('is sent with its method and body, and again only when its request says so', async () => {
		const client = await phrase.client();
		const change = { note: CLEARED };
		await client.send(PATCH`/api2/v1/projects/${'p'}`.repeatable('refused').json(change));
		expect(phrase.requests[0]).toMatchObject({ method: 'PATCH', body: Buffer.from('{"note":null}') });

		script = [answer(502)];
		await client.send(PATCH`/api2/v1/projects/${'p'}`.repeatable('always').json(change));
		expect(phrase.requests).toHaveLength(3);
		script = [answer(502)];
		await expect(
			client.send(PATCH`/api2/v1/projects/${'p'}`.repeatable('refused').json(change)),
		).rejects.toMatchObject({ kind: 'perhapsDone' });
		expect(phrase.requests).toHaveLength(4);
	});
});

describe('a DELETE', () => {
	const remove = () => DELETE`/api2/v2/webhooks/${'w'}`;

	it.each([
		['502', 404, answer(502)],
		['a lost connection', 404, reset],
		['a time-out', 410, answer(408)],
	])('is a success when it is repeated after %s and then answered %i', async (_name, status, failure) => {
		script = [failure, answer(status)];
		const client = await phrase.client();
		expect(await client.send(remove())).toMatchObject({ status, body: undefined });
		expect(phrase.requests).toHaveLength(2);
	});

	it('is a failure when Phrase knows nothing to delete', async () => {
		script = [answer(404)];
		const client = await phrase.client();
		await expect(client.send(remove())).rejects.toMatchObject({ kind: 'refused', httpCode: 404 });
	});

	it('is a failure when 404 comes after it was not taken', async () => {
		script = [answer(503), answer(404)];
		const client = await phrase.client();
		await expect(client.send(remove())).rejects.toMatchObject({ kind: 'refused', httpCode: 404 });
	});
});

it('a GET that is not found when it is repeated is a failure', async () => {
	script = [answer(502), answer(404)];
	const client = await phrase.client();
	await expect(client.send(GET`/api2/v1/projects/${'p'}`)).rejects.toMatchObject({ httpCode: 404 });
});

describe('a call that spends something', () => {
	it.each([
		['429', answer(429)],
		['503', answer(503)],
		['a lost connection', reset],
	])('is never repeated after %s', async (_name, failure) => {
		script = [failure];
		const client = await phrase.client();
		await expect(client.open(GET`/api2/v1/async/${'id'}`.repeatable('never'))).rejects.toMatchObject({
			name: 'PhraseError',
		});
		expect(phrase.requests).toHaveLength(1);
	});
});

it('pauses every request of the credential, and no other, after a 429', async () => {
	const stop = new AbortController();
	const patience = { ...QUICK, backoff: { ...QUICK.backoff, retryAfterCap: 60_000 } };
	const client = await phrase.client({ signal: stop.signal, patience });
	const other = await phrase.client({
		credentials: new CredentialStore({ phraseTmsApi: phrase.credential() }),
	});
	await client.send(GET`/api2/v1/warm`);

	script = [answer(429, { 'retry-after': '30' })];
	const first = client.send(GET`/api2/v1/first`);
	await until(() => phrase.requests.some(({ path }) => path.endsWith('/first')));
	// The answer travels the way of this call, and ahead of it.
	await other.send(GET`/api2/v1/other`);

	const second = client.send(GET`/api2/v1/second`);
	await other.send(GET`/api2/v1/other`);
	await other.send(GET`/api2/v1/other`);
	expect(phrase.requests.map(({ path }) => path.split('/').at(-1))).toEqual([
		'warm',
		'first',
		'other',
		'other',
		'other',
	]);
	stop.abort(new Error('stopped by the user'));
	await expect(first).rejects.toThrow('stopped by the user');
	await expect(second).rejects.toThrow('stopped by the user');
});

describe('too many requests at the same time', () => {
	const atOnce = (limit: number) => ({ 'ratelimit-limit': String(limit), 'ratelimit-remaining': '0' });

	it('go out fewer at a time, and all get through', async () => {
		const limit = 4;
		let busy = 0;
		let refused = 0;
		const serve: Script = (response) => {
			if (busy >= limit) {
				refused++;
				json(response, 429, {}, atOnce(limit));
				return;
			}
			busy++;
			response.on('close', () => busy--);
			setTimeout(() => json(response, 200, { ok: true }), 20);
		};
		script = Array<Script>(5_000).fill(serve);
		const client = await phrase.client();
		const answers = await Promise.all(
			Array.from({ length: 100 }, async (_, n) => await client.send(POST`/a/${n}`.repeatable('refused'))),
		);
		expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(200));
		expect(refused).toBeGreaterThan(0);
		expect(refused).toBeLessThan(40);
	});

	it('are more than 20, downloads that are being read included', async () => {
		const client = await phrase.client();
		script = Array<Script>(20).fill((response) => response.writeHead(200).write('begins'));
		const downloads = await Promise.all(
			Array.from({ length: 20 }, async (_, n) => await client.open(GET`/a/${n}`)),
		);
		const next = client.send(GET`/a/next`);
		const other = await phrase.client({
			credentials: new CredentialStore({ phraseTmsApi: phrase.credential() }),
		});
		await other.send(GET`/a/other`);
		expect(phrase.requests.map(({ path }) => path)).not.toContain('/web/a/next');
		downloads.pop()?.body.destroy();
		await next;
		for (const { body } of downloads) body.destroy();
	});

	it('let others go on while the refused one waits for a minute', async () => {
		const stop = new AbortController();
		const client = await phrase.client({ signal: stop.signal, patience: { ...QUICK, atOnceMs: 60_000 } });
		script = [answer(429, atOnce(8))];
		const refused = client.send(GET`/api2/v1/first`);
		await until(() => phrase.requests.length === 1);
		await client.send(GET`/api2/v1/second`);
		await client.send(GET`/api2/v1/third`);
		stop.abort(new Error('stopped by the user'));
		await expect(refused).rejects.toThrow('stopped by the user');
		expect(phrase.requests).toHaveLength(3);
	});

	it('are told apart from too many in a minute', async () => {
		const client = await phrase.client();
		const spends = GET`/api2/v1/a`.repeatable('never');
		script = [answer(429, atOnce(8)), answer(429)];
		await expect(client.send(spends)).rejects.toThrow('at the same time than it allows (HTTP 429)');
		await expect(client.send(spends)).rejects.toThrow('in a minute than it allows (HTTP 429)');
	});
});

it('gets 300 calls through when 30 % are answered 429 or 503', async () => {
	let seed = 7;
	const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
	await phrase.close();
	phrase = await ScriptedPhrase.start((response) => {
		const chance = random();
		if (chance < 0.15) json(response, 429, {}, { 'retry-after': '0' });
		else if (chance < 0.3) json(response, 503, {});
		else json(response, 200, { ok: true });
	});
	const client = await phrase.client();
	const answers = await Promise.all(
		Array.from(
			{ length: 300 },
			async (_, index) =>
				await client.send(POST`/api2/v1/things/${index}`.repeatable('refused').json({ index })),
		),
	);
	expect(answers.every(({ status }) => status === 200)).toBe(true);
});

it('ends at once, with the reason, when the execution is stopped during a wait', async () => {
	const stop = new AbortController();
	script = [
		(response) => {
			response.on('close', () => stop.abort(new Error('stopped by the user')));
			json(response, 429, {}, { 'retry-after': '3600' });
		},
	];
	const client = await phrase.client({
		signal: stop.signal,
		patience: { ...QUICK, backoff: { ...QUICK.backoff, retryAfterCap: 60_000 } },
	});
	await expect(client.send(GET`/api2/v1/projects/${'p'}`)).rejects.toThrow('stopped by the user');
	expect(phrase.requests).toHaveLength(1);
});

it('ends at once, with the reason, when the execution is stopped during a call', async () => {
	const stop = new AbortController();
	script = [() => stop.abort(new Error('stopped by the user'))];
	const client = await phrase.client({ signal: stop.signal });
	await expect(client.send(GET`/api2/v1/projects/${'p'}`)).rejects.toThrow('stopped by the user');
});

it('explains a host that cannot be reached', async () => {
	const client = await phrase.client();
	await client.send(GET`/api2/v1/warm`);
	await phrase.close();
	await expect(client.send(POST`/api2/v1/things`.repeatable('refused').json({ a: 1 }))).rejects.toMatchObject(
		{
			message: expect.stringMatching(/^Could not connect to 127\.0\.0\.1:\d+$/) as string,
			description: expect.stringContaining('[ECONNREFUSED]') as string,
		},
	);
});
