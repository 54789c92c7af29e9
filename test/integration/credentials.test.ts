import { PhraseLanguageAiApi } from '../../credentials/PhraseLanguageAiApi.credentials';
import { PhraseTmsApi } from '../../credentials/PhraseTmsApi.credentials';
import { PhraseTmsOAuth2Api } from '../../credentials/PhraseTmsOAuth2Api.credentials';
import { testCredential } from '../support/credentialTest';
import { json, LoopbackServer, type Answer } from '../support/server';

let server: LoopbackServer;
let logIn: Answer;
let use: Answer;

beforeEach(async () => {
	logIn = (response) => json(response, 200, { access_token: 'fresh-token', token: 'fresh-token' });
	use = (response) => json(response, 200, { user: { uid: 'u' }, content: [] });
	server = await LoopbackServer.start((response, request) => {
		if (/\/oauth\/token$|\/auth\/login$/.test(request.path)) logIn(response, request);
		else use(response, request);
	});
});

afterEach(async () => await server.close());

const SECRET = 'the-secret-nobody-may-see';

const urls = () => ({
	region: 'custom',
	tmsUrl: `${server.url}/web/`,
	platformUrl: `${server.url}/idm/`,
	languageAiUrl: `${server.url}/smt/api/`,
	sessionToken: '',
});

const WAYS_IN = {
	'TMS, Platform API token': {
		type: new PhraseTmsApi(),
		data: { authType: 'platformToken', platformApiToken: SECRET },
		logInPath: '/idm/oauth/token',
		usePath: '/web/api2/v1/auth/whoAmI',
		header: 'Bearer fresh-token',
	},
	'TMS, user name and password': {
		type: new PhraseTmsApi(),
		data: { authType: 'password', userName: 'me', password: SECRET },
		logInPath: '/web/api2/v3/auth/login',
		usePath: '/web/api2/v1/auth/whoAmI',
		header: 'ApiToken fresh-token',
	},
	'TMS, ready token': {
		type: new PhraseTmsApi(),
		data: { authType: 'apiToken', apiToken: SECRET },
		logInPath: undefined,
		usePath: '/web/api2/v1/auth/whoAmI',
		header: `ApiToken ${SECRET}`,
	},
	'Language AI, Platform API token': {
		type: new PhraseLanguageAiApi(),
		data: { authType: 'platformToken', platformApiToken: SECRET },
		logInPath: '/idm/oauth/token',
		usePath: '/smt/api/v1/translationProfiles',
		header: 'Bearer fresh-token',
	},
	'Language AI, user name and password': {
		type: new PhraseLanguageAiApi(),
		data: { authType: 'password', userName: 'me', password: SECRET, organizationUid: 'org' },
		logInPath: '/smt/api/v1/auth/login',
		usePath: '/smt/api/v1/translationProfiles',
		header: 'Bearer fresh-token',
	},
};

describe.each(Object.entries(WAYS_IN))('the test of a credential: %s', (_title, { type, data, ...way }) => {
	const test = async (changes: object = {}) => {
		const result = await testCredential(type, { ...urls(), ...data, ...changes });
		expect(result.message).not.toContain(SECRET);
		expect(result.message).not.toContain('fresh-token');
		return result;
	};

	it('passes on 200', async () => {
		expect(await test()).toEqual({ status: 'OK', message: 'Connection successful!' });
		expect(server.received.map(({ path }) => path)).toEqual([way.logInPath, way.usePath].filter(Boolean));
		expect(server.received.at(-1)?.headers.authorization).toBe(way.header);
	});

	it.each<[number, RegExp]>([
		[302, /answers, but not as Phrase .* does\. Check the region/],
		[401, /did not accept the token/],
		[403, /does not allow access/],
		[404, /answers, but not as Phrase .* does\. Check the region/],
		[429, /too many requests/],
		[500, /not available at the moment/],
		[503, /not available at the moment/],
	])('explains %i', async (status, message) => {
		use = (response) => json(response, status, { errorCode: 'X', errorDescription: `Token ${SECRET}` });
		expect(await test()).toEqual({ status: 'Error', message: expect.stringMatching(message) as string });
	});

	it.each<[string, Answer]>([
		[
			'a web page',
			(response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Hi</html>'),
		],
		['JSON of somebody else', (response) => json(response, 200, { hello: 'world' })],
		['nothing', (response) => response.writeHead(204).end()],
	])('does not pass when %s answers with success', async (_name, answer) => {
		use = answer;
		expect(await test()).toEqual({
			status: 'Error',
			message: expect.stringMatching(/answers, but not as Phrase .* does/) as string,
		});
	});

	it('refuses to send a secret in the clear', async () => {
		const changes = { tmsUrl: 'http://phrase.example.com', languageAiUrl: 'http://phrase.example.com' };
		expect((await test(changes)).message).toMatch(/must start with https/);
		expect(server.received.filter(({ path }) => path !== way.logInPath)).toEqual([]);
	});

	if (way.logInPath === undefined) return;

	it.each<[string, Answer, RegExp]>([
		[
			'a wrong secret',
			(response) =>
				json(response, 401, { errorCode: 'AuthInvalidCredentials', errorDescription: 'Bad credentials' }),
			/did not accept .*\(HTTP 401\).*Phrase says: Bad credentials/,
		],
		[
			'a wrong secret in the words of OAuth2',
			(response) => json(response, 400, { error: 'invalid_grant', error_description: `No token ${SECRET}` }),
			/did not accept .*\(HTTP 400\).*invalid_grant/,
		],
		['a user without access', (response) => json(response, 403, {}), /does not allow access \(HTTP 403\)/],
		[
			'a wrong host',
			(response) => response.writeHead(404).end('<html>'),
			/does not answer as Phrase does \(HTTP 404\)/,
		],
		[
			'a redirect',
			(response) => response.writeHead(302, { location: '/x' }).end(),
			/does not answer as Phrase does/,
		],
		['a host that knows no log-in', (response) => json(response, 200, { hello: 1 }), /but no token/],
		['a host that answers with a page', (response) => response.end('<html>'), /but no token/],
		[
			'trouble at Phrase',
			(response) => response.writeHead(500, { 'retry-after': '0' }).end('<html>'),
			/could not process the log-in .*\(HTTP 500\)/,
		],
		[
			'too many log-ins',
			(response) => json(response, 429, {}, { 'retry-after': '0' }),
			/receives too many log-ins \(HTTP 429\)/,
		],
		[
			'a lost connection',
			(response) => response.destroy(),
			/The connection to 127\.0\.0\.1:\d+ was lost\. Try again later\.$/,
		],
	])('tells %s while logging in', async (_name, answer, message) => {
		logIn = answer;
		expect(await test()).toEqual({ status: 'Error', message: expect.stringMatching(message) as string });
	});

	it('tells a host that refuses connections', async () => {
		await server.close();
		expect((await test()).message).toMatch(
			/^Could not connect to 127\.0\.0\.1:\d+\. Check the URL .* that runs n8n\.$/,
		);
	});

	it('waits for a Phrase that is busy for a moment', async () => {
		const works = logIn;
		logIn = (response) => {
			logIn = works;
			json(response, 503, {}, { 'retry-after': '0' });
		};
		expect((await test()).status).toBe('OK');
	});

	it('asks for what was left empty', async () => {
		expect((await test({ platformApiToken: '', userName: '' })).message).toMatch(
			/^'.+' of the credential is empty\. Fill it in/,
		);
		expect(server.received).toHaveLength(0);
	});
});

it('sends log-ins as Phrase documents them', async () => {
	await testCredential(new PhraseTmsApi(), {
		...urls(),
		authType: 'platformToken',
		platformApiToken: SECRET,
	});
	await testCredential(new PhraseTmsApi(), {
		...urls(),
		authType: 'password',
		userName: 'me',
		password: SECRET,
		userUid: 'uid',
	});
	await testCredential(new PhraseLanguageAiApi(), {
		...urls(),
		authType: 'password',
		userName: 'me',
		password: SECRET,
		organizationUid: 'org',
	});
	const [exchange, tms, languageAi] = server.received.filter(({ method }) => method === 'POST');
	expect(exchange?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
	expect(Object.fromEntries(new URLSearchParams(exchange?.body.toString()))).toEqual({
		grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
		subject_token: SECRET,
		subject_token_type: 'urn:phrase:params:oauth:token-type:api_token',
		requested_token_type: 'urn:ietf:params:oauth:token-type:access_token',
	});
	expect(JSON.parse(tms?.body.toString() ?? '')).toEqual({
		userName: 'me',
		password: SECRET,
		userUid: 'uid',
	});
	expect(JSON.parse(languageAi?.body.toString() ?? '')).toEqual({
		userName: 'me',
		password: SECRET,
		organization: { uid: 'org' },
	});
});

it('tests an OAuth2 credential with the token that n8n holds', async () => {
	const data = { ...urls(), grantType: 'authorizationCode', oauthTokenData: { access_token: 'fresh-token' } };
	expect(await testCredential(new PhraseTmsOAuth2Api(), data)).toMatchObject({ status: 'OK' });
	expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer fresh-token']);
});
