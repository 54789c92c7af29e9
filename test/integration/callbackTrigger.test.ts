import { randomBytes } from 'node:crypto';
import { WebhookContext } from 'n8n-core';

import { signCallbackUrl } from '../../core/callbacks/callbackUrl';
import { PhraseCallbackTrigger } from '../../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node';
import { post } from '../support/eventServer';
import { logLines } from '../support/logLines';
import { TriggerInN8n, type TriggerSetup } from '../support/triggerInN8n';

const secret = 'a secret of the credential';
const context = { kind: 'asyncRequest', projectUid: 'p1', jobUid: 'J0b' } as const;
const tomorrow = () => new Date(Date.now() + 24 * 60 * 60 * 1000);

const exported = {
	asyncRequest: { id: '42', action: 'EXPORT_COMPLETE_FILE', asyncResponse: { dateCreated: '2030-01-01' } },
	jobPart: { uid: 'J0b' },
};
const notExported = {
	asyncRequest: {
		...exported.asyncRequest,
		asyncResponse: { errorCode: 'E1', errorDesc: 'No', errorDetails: [] },
	},
};

/** What a caller is told of whatever may be well the next time. */
const NOT_NOW = 'Could not take the call at the moment';

const servers: TriggerInN8n[] = [];

async function serve(setup?: TriggerSetup): Promise<TriggerInN8n> {
	const server = new TriggerInN8n({
		trigger: new PhraseCallbackTrigger(),
		...setup,
		parameters: { signedBy: 'none', ...setup?.parameters },
	});
	servers.push(server);
	await server.serve();
	return server;
}

async function serveSigned(more: TriggerSetup['parameters'] = {}): Promise<TriggerInN8n> {
	return await serve({
		parameters: { signedBy: 'phraseTmsApi', ...more },
		credentials: { phraseTmsApi: { callbackSigningSecret: secret } },
	});
}

afterEach(async () => {
	jest.restoreAllMocks();
	await Promise.all(servers.splice(0).map(async (server) => await server.close()));
});

/** Expects an answer that holds a short message and nothing else, and that nothing was started. */
async function expectRejected(
	server: TriggerInN8n,
	answer: ReturnType<typeof post>,
	status: number,
	message: string,
) {
	expect(await answer).toEqual({
		status,
		type: 'application/json; charset=utf-8',
		text: JSON.stringify({ message }),
	});
	expect(server).toMatchObject({ executions: [], thrown: [] });
}

describe('without a credential', () => {
	it('starts with one item on a callback of each kind', async () => {
		const server = await serve();
		const translated = {
			uid: 'f1',
			actions: [{ actionType: 'A', results: [{ targetLang: 'cs', status: 'OK' }] }],
		};
		const prepared = { id: 't1', action: 'API_DOWNLOAD', fileName: 'a.docx' };
		const unknown = { hello: ['world'] };
		for (const body of [exported, notExported, translated, prepared, unknown]) {
			expect(await post(server.url, body)).toMatchObject({ status: 200 });
		}
		const unsigned = { context: {}, signed: false };
		const request = {
			kind: 'asyncRequest',
			action: 'EXPORT_COMPLETE_FILE',
			asyncRequestId: '42',
			...unsigned,
		};
		expect(server.executions).toEqual([
			[{ json: { ...request, succeeded: true, body: exported } }],
			[
				{
					json: {
						...request,
						succeeded: false,
						error: { errorCode: 'E1', message: 'No', details: [] },
						body: notExported,
					},
				},
			],
			[
				{
					json: {
						kind: 'fileTranslation',
						action: null,
						fileTranslationUid: 'f1',
						succeeded: true,
						...unsigned,
						body: translated,
					},
				},
			],
			[
				{
					json: {
						kind: 'connectorTask',
						action: 'API_DOWNLOAD',
						taskId: 't1',
						succeeded: null,
						...unsigned,
						body: prepared,
					},
				},
			],
			[{ json: { kind: 'unknown', action: null, succeeded: null, ...unsigned, body: unknown } }],
		]);
	});

	it('hands on the context of the URL, unsigned', async () => {
		const server = await serve();
		await post(signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() }), exported);
		expect(server.executions).toMatchObject([[{ json: { context, signed: false } }]]);
	});

	it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/json', 'application/octet-stream'])(
		'takes JSON that is called %s',
		async (type) => {
			const server = await serve();
			expect(await post(server.url, exported, { 'content-type': type })).toMatchObject({ status: 200 });
			expect(server.executions).toMatchObject([[{ json: { asyncRequestId: '42' } }]]);
		},
	);

	it.each<[string, string | Buffer]>([
		['an empty body', ''],
		['an array', JSON.stringify([exported])],
		['a JSON text', '"text"'],
		['a number', '42'],
		['null', 'null'],
		['bytes that are no UTF-8', Buffer.from('{"a":"\xff"}', 'latin1')],
	])('rejects %s', async (_, body) => {
		const server = await serve();
		await expectRejected(server, post(server.url, body), 400, 'The body must be a JSON object');
	});

	it.each<[string, string | Buffer]>([
		['text', 'asyncRequest=42'],
		['cut JSON', JSON.stringify(exported).slice(0, -1)],
		['random bytes', randomBytes(2048)],
	])('rejects %s that is not called JSON; n8n rejects what is', async (_, body) => {
		const server = await serve();
		const answer = post(server.url, body, { 'content-type': 'text/plain' });
		await expectRejected(server, answer, 400, 'The body must be a JSON object');
		expect(await post(server.url, body)).toMatchObject({ status: 422 });
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it('rejects a form', async () => {
		const server = await serve();
		const answer = post(server.url, '--x--', { 'content-type': 'multipart/form-data; boundary=x' });
		await expectRejected(server, answer, 400, 'Could not read the body');
	});

	it('rejects one byte more than the limit, which is 1024 KB', async () => {
		const server = await serve();
		const bodyOf = (bytes: number) => `{"text":"${'x'.repeat(bytes - 11)}"}`;
		await expectRejected(server, post(server.url, bodyOf(1024 * 1024 + 1)), 413, 'The body is too long');
		expect(await post(server.url, bodyOf(1024 * 1024))).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('lets the user choose the limit', async () => {
		const server = await serve({ parameters: { callbackOptions: { maxBodySize: 1 } } });
		await expectRejected(server, post(server.url, { text: 'x'.repeat(1024) }), 413, 'The body is too long');
	});

	it('rejects a longer body that does not say how long it is', async () => {
		const server = await serve({ parameters: { callbackOptions: { maxBodySize: 1 } } });
		const answer = post(server.url, new Blob([JSON.stringify({ text: 'x'.repeat(1024) })]).stream());
		await expectRejected(server, answer, 413, 'The body is too long');
	});
});

describe('with a credential that has a signing secret', () => {
	it('starts on a signed callback, with its context proven', async () => {
		const server = await serveSigned();
		const url = signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() });
		expect(await post(url, exported)).toMatchObject({ status: 200 });
		expect(server.executions).toMatchObject([[{ json: { context, signed: true, asyncRequestId: '42' } }]]);
	});

	it.each(['phraseTmsOAuth2Api', 'phraseLanguageAiApi'])('takes the secret of %s', async (type) => {
		const server = await serve({
			parameters: { signedBy: type },
			credentials: { [type]: { callbackSigningSecret: secret } },
		});
		await post(signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() }), exported);
		expect(server.executions).toMatchObject([[{ json: { signed: true } }]]);
	});

	it.each([
		['no signature', 401, (url: string) => url, 'The callback URL is not signed'],
		[
			'an unsigned context',
			401,
			(url: string) => signCallbackUrl(url, context, { expiresAt: tomorrow() }),
			'The callback URL is not signed',
		],
		[
			'the signature of another secret',
			403,
			(url: string) => signCallbackUrl(url, context, { secret: 'other', expiresAt: tomorrow() }),
			'The signature of the callback URL is not valid',
		],
		[
			'a cut signature',
			403,
			(url: string) => signCallbackUrl(url, context, { secret, expiresAt: tomorrow() }).slice(0, -1),
			'The signature of the callback URL is not valid',
		],
		[
			'a signature given twice',
			403,
			(url: string) =>
				`${signCallbackUrl(url, context, { secret, expiresAt: tomorrow() })}&phraseSignature=x`,
			'The signature of the callback URL is not valid',
		],
		[
			'an expired URL',
			403,
			(url: string) => signCallbackUrl(url, context, { secret, expiresAt: new Date(Date.now() - 1000) }),
			'The callback URL has expired',
		],
		[
			'a URL that was made for another trigger',
			403,
			(url: string) =>
				signCallbackUrl(`${url}2`, context, { secret, expiresAt: tomorrow() }).replace(`${url}2`, url),
			'The signature of the callback URL is not valid',
		],
		[
			'a URL that was made for something else',
			403,
			(url: string) => signCallbackUrl(url, { kind: 'fileTranslation' }, { secret, expiresAt: tomorrow() }),
			'The callback URL is for something else',
		],
	])('rejects %s', async (_, status, urlOf, message) => {
		const server = await serveSigned();
		await expectRejected(server, post(urlOf(server.url), exported), status, message);
	});

	it('looks at the signature before the body', async () => {
		const server = await serveSigned();
		const answer = post(server.url, 'not JSON', { 'content-type': 'text/plain' });
		await expectRejected(server, answer, 401, 'The callback URL is not signed');
	});

	it('can be activated', async () => {
		expect(await (await serveSigned()).activate()).toBe(true);
	});
});

describe('with a credential that has no signing secret', () => {
	const emptySecret = {
		parameters: { signedBy: 'phraseTmsApi' },
		credentials: { phraseTmsApi: { callbackSigningSecret: '' } },
	};

	it('cannot be activated', async () => {
		const server = await serve(emptySecret);
		await expect(server.activate()).rejects.toThrow(
			"The credential selected in 'Signed By' has no signing secret",
		);
	});

	it('lets nothing in when the secret was removed later', async () => {
		const server = await serve(emptySecret);
		const url = signCallbackUrl(server.url, context, { expiresAt: tomorrow() });
		const log = logLines();
		await expectRejected(server, post(url, exported), 503, NOT_NOW);
		expect(log).toEqual([['warn', expect.stringContaining('has no signing secret')]]);
	});
});

describe('a callback that is delivered again', () => {
	const task = { id: 't1', action: 'API_DOWNLOAD' };
	const translation = (status: string) => ({
		uid: 'f1',
		actions: [{ actionType: 'A', results: [{ targetLang: 'cs', status }] }],
	});

	it.each([
		['an async request', exported],
		['a failed async request', notExported],
		['a connector task, which does not tell its outcome', task],
		['a file translation', translation('OK')],
	])('starts one execution: %s', async (_, body) => {
		const server = await serve();
		for (let time = 0; time < 3; time++) expect(await post(server.url, body)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('starts one execution, too, when both come at the same moment', async () => {
		const server = await serve();
		const answers = await Promise.all([post(server.url, exported), post(server.url, exported)]);
		expect(answers.map(({ status }) => status)).toEqual([200, 200]);
		expect(server.executions).toHaveLength(1);
	});

	it.each<[string, object[]]>([
		['tell another outcome', [exported, notExported]],
		['are about another piece of work', [task, { ...task, id: 't2' }]],
		['are of another kind', [exported, { ...task, id: '42' }]],
		['do not tell an outcome, and say something else', [task, { ...task, progress: 1 }]],
		['do not say what they are about', [{ hello: 'world' }, { hello: 'world' }]],
	])('is another one for callbacks that %s', async (_, bodies) => {
		const server = await serve();
		for (const body of bodies) await post(server.url, body);
		expect(server.executions).toHaveLength(bodies.length);
	});

	it('is taken when n8n could not start the workflow with it before', async () => {
		const server = await serve();
		server.starting = async () => await Promise.reject(new Error('The database is not there'));
		expect(await post(server.url, exported)).toMatchObject({ status: 500 });
		server.starting = async () => undefined;
		expect(await post(server.url, exported)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('is taken each time while the user tests', async () => {
		const server = await serve();
		for (let time = 0; time < 2; time++) {
			await server.listen();
			await post(server.testUrl, exported);
		}
		expect(server.executions).toHaveLength(2);
	});
});

describe('what goes wrong while a callback is taken', () => {
	const signedUrl = (server: TriggerInN8n) =>
		signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() });

	it.each<[string, (server: TriggerInN8n) => jest.SpyInstance]>([
		[
			'a credential that cannot be read',
			({ credentials }) =>
				jest.spyOn(credentials, 'getDecrypted').mockRejectedValue(new Error('The pool is empty')),
		],
		[
			'anything else',
			() =>
				jest.spyOn(WebhookContext.prototype, 'getRequestObject').mockImplementation(() => {
					throw new TypeError('The pool is empty');
				}),
		],
	])('is answered 503, starts nothing, and is taken when it comes again: %s', async (_, breakIt) => {
		const server = await serveSigned();
		const log = logLines();
		const broken = breakIt(server);
		await expectRejected(server, post(signedUrl(server), exported), 503, NOT_NOW);
		expect(log).toEqual([['warn', expect.stringContaining('The pool is empty')]]);
		broken.mockRestore();
		expect(await post(signedUrl(server), exported)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('is a 503, too, when the credential was deleted', async () => {
		const server = await serve({ parameters: { signedBy: 'phraseTmsApi' } });
		await expectRejected(server, post(signedUrl(server), exported), 503, NOT_NOW);
	});
});

describe('a forged callback', () => {
	it('that is not signed cannot make the real one count as a repetition', async () => {
		const server = await serveSigned();
		const url = signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() });
		expect(await post(server.url, exported)).toMatchObject({ status: 401 });
		expect(await post(url, exported)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('at a URL that was signed for other work cannot, either', async () => {
		const server = await serveSigned();
		const sign = (jobUid: string) =>
			signCallbackUrl(server.url, { ...context, jobUid }, { secret, expiresAt: tomorrow() });
		await post(sign('another'), exported);
		expect(await post(sign('J0b'), exported)).toMatchObject({ status: 200 });
		expect(server.items().map(({ jobUid }) => jobUid)).toEqual(['another', 'J0b']);
	});

	it('cannot, either, where unsigned ones are taken: only the very same call is a repetition', async () => {
		const server = await serve();
		const url = signCallbackUrl(server.url, context, { expiresAt: tomorrow() });
		await post(server.url, exported);
		await post(url, { asyncRequest: exported.asyncRequest });
		for (let time = 0; time < 2; time++) expect(await post(url, exported)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(3);
	});

	it('names no job for the next node to export', async () => {
		const server = await serve();
		await post(signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() }), exported);
		expect(server.items()).toMatchObject([{ signed: false, context }]);
		expect(server.items()[0]).not.toHaveProperty('jobUid');
		expect(server.items()[0]).not.toHaveProperty('projectUid');
	});
});

describe('the item of a signed callback', () => {
	it('names at the top what the next node asks for', async () => {
		const server = await serveSigned();
		await post(signCallbackUrl(server.url, context, { secret, expiresAt: tomorrow() }), exported);
		expect(server.items()).toMatchObject([{ projectUid: 'p1', jobUid: 'J0b', asyncRequestId: '42' }]);
	});
});

describe('a setting that cannot be used', () => {
	it.each([
		[{ callbackOptions: { maxBodySize: 'lots' } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { maxBodySize: 0 } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { maxBodySize: '1e9' } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { maxBodySize: '={{ Infinity }}' } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { maxBodySize: '={{ [4096] }}' } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { maxBodySize: '={{ true }}' } }, "'Maximum Body Size (KB)': "],
		[{ callbackOptions: { outcome: 'good' } }, "'Outcome': "],
	])('%j is refused when the workflow is published, and by each call', async (parameters, named) => {
		const server = await serve({ parameters: parameters });
		await expect(server.activate()).rejects.toThrow(named);
		const log = logLines();
		await expectRejected(server, post(server.url, { text: 'x'.repeat(2 * 1024 * 1024) }), 503, NOT_NOW);
		expect(log).toEqual([['warn', expect.stringContaining(named)]]);
	});
});

describe('with filters', () => {
	it.each([
		['kinds', { kinds: ['fileTranslation'] }, exported],
		['actions', { actions: ['IMPORT_JOB'] }, exported],
		['other actions', { callbackOptions: { otherActions: ' IMPORT_JOB ,, NEW_ONE' } }, exported],
		['outcome', { callbackOptions: { outcome: 'succeeded' } }, notExported],
	])('answers 200 and starts nothing when %s leave a callback out', async (_, parameters, body) => {
		const server = await serve({ parameters });
		expect(await post(server.url, body)).toMatchObject({ status: 200 });
		expect(server).toMatchObject({ executions: [], thrown: [] });
	});

	it('starts on an action that the user typed', async () => {
		const server = await serve({
			parameters: {
				actions: ['IMPORT_JOB'],
				callbackOptions: { otherActions: 'NEW_ONE, EXPORT_COMPLETE_FILE' },
			},
		});
		await post(server.url, exported);
		expect(server.executions).toHaveLength(1);
	});

	it('rejects a forged callback that they would leave out', async () => {
		const server = await serveSigned({ kinds: ['fileTranslation'] });
		await expectRejected(server, post(server.url, exported), 401, 'The callback URL is not signed');
	});
});

it('can be activated without a credential', async () => {
	expect(await (await serve()).activate()).toBe(true);
});
