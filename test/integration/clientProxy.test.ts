import { GET } from '../../core/http/request';
import { CredentialStore } from '../../n8n/inProcess';
import { freePorts } from '../../n8n/ports';
import { until } from '../../n8n/until';
import { QUICK, ScriptedPhrase } from '../support/phrase';
import { startProxy, type Proxy } from '../support/proxy';
import { json } from '../support/server';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'].flatMap((name) => [
	name,
	name.toLowerCase(),
]);
const before = NAMES.map((name) => [name, process.env[name]] as const);

/** In which time a change of the environment has to show, ms. */
const SEEN_MS = 10_000;

let phrase: ScriptedPhrase;
let proxies: Proxy[];

beforeEach(async () => {
	for (const name of NAMES) Reflect.deleteProperty(process.env, name);
	phrase = await ScriptedPhrase.start((response) => json(response, 200, { ok: true }));
	proxies = [];
});

afterEach(async () => {
	await phrase.close();
	for (const proxy of proxies) proxy.close();
});

afterAll(() => {
	for (const [name, value] of before) {
		if (value === undefined) Reflect.deleteProperty(process.env, name);
		else process.env[name] = value;
	}
});

async function start(refusal?: number): Promise<Proxy> {
	const proxy = await startProxy(refusal);
	proxies.push(proxy);
	return proxy;
}

/** A client that needs no log-in, so that each test is about the call itself. */
async function signedIn(tmsUrl = `${phrase.server.url}/web`) {
	const data = phrase.credential({ authType: 'apiToken', apiToken: 'ready', tmsUrl });
	return await phrase.client({ credentials: new CredentialStore({ phraseTmsApi: data }), patience: QUICK });
}

it.each([
	['http://', 'ALL_PROXY'],
	['', 'HTTP_PROXY'],
])(
	'goes through the proxy that the environment names, except to hosts it excepts: %s',
	async (scheme, name) => {
		const proxy = await start();
		const { host, asked } = proxy;
		process.env[name] = `${scheme}${host}`;
		const client = await phrase.client();
		await client.send(GET`/api2/v1/a`);
		expect(asked).toContain(`CONNECT ${new URL(phrase.server.url).host}`);
		expect(phrase.requests).toHaveLength(1);

		process.env.NO_PROXY = '127.0.0.1';
		proxy.close();
		await until('a call goes directly', SEEN_MS, async () => {
			await client.send(GET`/api2/v1/b`).catch(() => undefined);
			return phrase.requests.length === 2 || undefined;
		});
	},
);

it('shows a proxy the user name and password that its address holds, or the user name alone', async () => {
	const proxy = await start();
	process.env.HTTP_PROXY = `http://me:s%40cret@${proxy.host}`;
	const client = await phrase.client();
	const shown = async () => {
		await client.send(GET`/api2/v1/a`);
		return proxy.authorizations.map((one) => Buffer.from(one?.slice(6) ?? '', 'base64').toString());
	};
	expect(new Set(await shown())).toEqual(new Set(['me:s@cret']));
	process.env.HTTP_PROXY = `http://me@${proxy.host}`;
	await until(
		'the user name alone is shown',
		SEEN_MS,
		async () => (await shown()).includes('me:') || undefined,
	);
});

it('does not send https through the proxy for http', async () => {
	const { asked } = await start();
	process.env.HTTP_PROXY = proxies[0]?.host;
	const [closedPort] = await freePorts(1);
	const client = await signedIn(`https://127.0.0.1:${closedPort}/web`);
	await expect(client.send(GET`/api2/v1/a`)).rejects.toMatchObject({ kind: 'unreachable' });
	expect(asked).toEqual([]);
});

describe('an error names the proxy', () => {
	it.each<[number, string, RegExp]>([
		[407, 'local', /user name and password/],
		[403, 'local', /allow this host, or except the host/],
		[502, 'unreachable', /Try again later/],
	])('that refuses with %i', async (status, kind, advice) => {
		const { host, asked } = await start(status);
		process.env.HTTP_PROXY = `http://me:secret-of-proxy@${host}`;
		const client = await signedIn();
		const error: unknown = await client.send(GET`/api2/v1/a`).catch((caught: unknown) => caught);
		expect(error).toMatchObject({
			kind,
			message: `The proxy ${host} does not let calls to ${new URL(phrase.server.url).host} through (HTTP ${status})`,
			description: expect.stringMatching(advice) as string,
		});
		expect(JSON.stringify(error)).not.toContain('secret-of-proxy');
		expect(asked).toHaveLength(kind === 'local' ? 1 : QUICK.backoff.attempts.other);
	});

	it('that refuses a log-in', async () => {
		const { host } = await start(407);
		process.env.HTTP_PROXY = host;
		await expect((await phrase.client()).send(GET`/api2/v1/a`)).rejects.toMatchObject({
			kind: 'local',
			message: expect.stringContaining(`The proxy ${host} does not let calls to`) as string,
		});
	});

	it('that cannot be reached', async () => {
		const [closedPort] = await freePorts(1);
		process.env.HTTP_PROXY = `http://127.0.0.1:${closedPort}`;
		for (const client of [await signedIn(), await phrase.client()]) {
			await expect(client.send(GET`/api2/v1/a`)).rejects.toMatchObject({
				message: expect.stringContaining(`Could not reach the proxy 127.0.0.1:${closedPort}`) as string,
			});
		}
	});

	it('that does not speak TLS', async () => {
		const { host } = await start();
		process.env.HTTPS_PROXY = host;
		const client = await signedIn('https://127.0.0.1:1/web');
		await expect(client.send(GET`/api2/v1/a`)).rejects.toMatchObject({
			message: `The proxy ${host} does not speak TLS`,
			description: expect.stringContaining('Write http:// before its address') as string,
		});
	});

	it('whose address is none', async () => {
		process.env.HTTP_PROXY = 'ftp://me:secret-of-proxy@proxy';
		const error: unknown = await (await signedIn()).send(GET`/api2/v1/a`).catch((caught: unknown) => caught);
		expect(error).toMatchObject({
			kind: 'local',
			message: expect.stringContaining('is not a web address') as string,
		});
		expect(JSON.stringify(error)).not.toContain('secret-of-proxy');
	});
});
