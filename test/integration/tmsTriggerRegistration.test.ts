import { inspect } from 'node:util';
import type { Fault, Webhook } from '../../sandbox';
import { tokenDigest } from '../../nodes/PhraseTmsTrigger/registration/secretToken';
import { inAnotherProcess } from '../support/eventServer';
import { logLines, type LogLine } from '../support/logLines';
import { startPhraseInFront } from '../support/phraseInFront';
import { thrownBy } from '../support/thrownBy';
import { credentialsOf, triggerFor, type TriggerInN8n, type TriggerSetup } from '../support/triggerInN8n';
import { useSandbox } from '../support/useSandbox';

/** What Phrase has after each step of the life of a workflow with account events. */
describe('the registration of Phrase TMS Trigger', () => {
	const sandbox = useSandbox();
	let log: LogLine[];

	beforeEach(async () => {
		log = logLines();
	});

	afterEach(() => {
		// Whatever happened: no token of a webhook or of the credential is for the log.
		expect(sandbox.webhooks().some(({ secretToken }) => isTold(secretToken))).toBe(false);
		expect(isTold(sandbox.credentials.phraseTmsApi.platformApiToken)).toBe(false);
		jest.restoreAllMocks();
	});

	/** A trigger that waits for real events when it is tested. */
	const trigger = (setup: TriggerSetup = {}) =>
		triggerFor(sandbox, {
			...setup,
			parameters: { eventOptions: { testWith: 'realEvents' }, ...setup.parameters },
		});

	/** Whether a text was written to the log. */
	const isTold = (text = '?') => JSON.stringify(log).includes(text);

	const of = (n8n: TriggerInN8n, mode: 'production' | 'test', more: Partial<Webhook> = {}) => ({
		url: mode === 'test' ? n8n.testUrl : n8n.url,
		name: `n8n · ${n8n.workflow.name} · ${n8n.node.name} · ${mode} · ${n8n.workflow.id}/${n8n.node.id}`,
		events: ['JOB_STATUS_CHANGED'],
		status: 'ENABLED',
		hidden: false,
		...more,
	});

	/** Expects these registrations and no others, in any order. */
	function expectRegistered(...expected: object[]) {
		const registered = sandbox
			.webhooks()
			.map(({ url, name, events, status, hidden }) => ({ url, name, events, status, hidden }));
		expect(registered).toHaveLength(expected.length);
		expect(registered).toEqual(expect.arrayContaining(expected));
	}

	/** Expects that the state names a registration of Phrase, and knows the token that Phrase has, but does not tell it. */
	function expectStored(n8n: TriggerInN8n) {
		const { uid, secretToken = '' } = sandbox.webhooks().find(({ url }) => url === n8n.url) ?? {};
		expect(n8n.database.staticData).toMatchObject({
			[`node:${n8n.node.name}`]: {
				registrations: { production: { uid, url: n8n.url, tokenDigest: tokenDigest(secretToken) } },
			},
		});
		expect(secretToken).toMatch(/^[0-9a-f]{64}$/);
		expect(JSON.stringify(n8n.database)).not.toContain(secretToken);
	}

	const register = async (webhook: object) => {
		const { apiToken } = sandbox.credentials.phraseTmsApiToken;
		const response = await fetch(`${sandbox.tmsUrl}/api2/v2/webhooks`, {
			method: 'POST',
			headers: { authorization: `ApiToken ${apiToken}`, 'content-type': 'application/json' },
			body: JSON.stringify({ events: ['JOB_CREATED'], ...webhook }),
		});
		expect(response.status).toBe(201);
		return ((await response.json()) as { uid: string }).uid;
	};

	const changes = () =>
		sandbox
			.requests()
			.filter(({ method, path }) => method !== 'GET' && path.includes('/api2/v2/webhooks'))
			.map(({ method }) => method);

	test('is made when the workflow is activated, and removed when it is deactivated', async () => {
		const n8n = trigger({ parameters: { events: ['PROJECT_CREATED', 'JOB_STATUS_CHANGED'] } });
		await n8n.activate();
		expectRegistered(of(n8n, 'production', { events: ['JOB_STATUS_CHANGED', 'PROJECT_CREATED'] }));
		expectStored(n8n);
		const [{ secretToken = '' } = {}] = sandbox.webhooks();

		await n8n.deactivate();
		expectRegistered();
		expect(n8n.database.staticData).toEqual({
			'node:Phrase TMS Trigger': {
				registrations: {
					production: {
						uid: '',
						url: n8n.url,
						tokenDigest: tokenDigest(secretToken),
						tokenMadeAt: expect.any(Number) as number,
						account: expect.stringContaining(new URL(sandbox.tmsUrl).host) as string,
					},
				},
			},
		});
		expect(log).toEqual([]);
	});

	test('stays as it is when n8n starts again', async () => {
		const n8n = trigger();
		await n8n.activate();
		const before = sandbox.webhooks();
		const { staticData } = n8n.database;
		await n8n.activate('init');
		expect(sandbox.webhooks()).toEqual(before);
		// Saved once more, the state would overwrite what events have noted meanwhile.
		expect(n8n.database.staticData).toBe(staticData);
		expect(changes()).toEqual(['POST']);
	});

	test('has the same token each time, also in a copy of the state from before', async () => {
		const n8n = trigger();
		await n8n.activate();
		const before = n8n.database.staticData;
		const [{ uid, secretToken } = {}] = sandbox.webhooks();
		await n8n.deactivate();
		await n8n.activate();
		expect(sandbox.webhooks()[0]).toMatchObject({ secretToken });
		expect(sandbox.webhooks()[0]?.uid).not.toBe(uid);

		n8n.database.staticData = before;
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		expectStored(n8n);
		expect(changes()).toEqual(['POST', 'DELETE', 'POST']);
	});

	test.each<[string, (n8n: TriggerInN8n, uid: string) => void]>([
		['other events are chosen', (n8n) => (n8n.parameters.events = ['JOB_CREATED', 'JOB_DELETED'])],
		['the workflow has another name', (n8n) => (n8n.workflow.name = 'Renamed')],
		['Phrase has disabled it', (_, uid) => sandbox.disableWebhook(uid)],
		['n8n has no TLS any more', (n8n) => (n8n.baseUrl = 'http://n8n.example.com')],
	])('is repaired when %s', async (_, change) => {
		const n8n = trigger();
		await n8n.activate();
		const [{ uid, secretToken } = { uid: '' }] = sandbox.webhooks();
		change(n8n, uid);
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production', { events: n8n.parameters.events as string[] }));
		expect(sandbox.webhooks()[0]).toMatchObject({ uid, secretToken });
		expectStored(n8n);

		await n8n.deactivate();
		expectRegistered();
	});

	test('keeps its token after a restart, when nobody but Phrase knows it', async () => {
		const before = trigger();
		await before.activate();
		const [{ secretToken } = {}] = sandbox.webhooks();
		const n8n = trigger(inAnotherProcess(before));
		await n8n.activate('init');
		expect(changes()).toEqual(['POST']);

		n8n.parameters.events = ['JOB_CREATED'];
		await n8n.activate('init');
		expect(sandbox.webhooks()).toMatchObject([{ secretToken, events: ['JOB_CREATED'] }]);
		await n8n.deactivate();
		await n8n.activate();
		expect(sandbox.webhooks()).toMatchObject([{ secretToken }]);
		expectStored(n8n);
	});

	test('is left as it is when Phrase does not tell the token, and has a known one when it is repaired', async () => {
		const hidden = (answer: string) => answer.replace(/"secretToken":"[^"]*",/g, '');
		const phrase = await startPhraseInFront(sandbox, () => undefined, hidden);
		try {
			const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
			const before = trigger({ credentials: { phraseTmsApi } });
			await before.activate();
			const n8n = trigger({ ...inAnotherProcess(before), credentials: { phraseTmsApi } });
			await n8n.activate('init');
			expect(changes()).toEqual(['POST']);
			expectStored(n8n);

			const [{ secretToken } = {}] = sandbox.webhooks();
			n8n.parameters.events = ['JOB_CREATED'];
			await n8n.activate('init');
			expect(changes()).toEqual(['POST', 'PUT']);
			expect(sandbox.webhooks()[0]?.secretToken).not.toBe(secretToken);
			expectStored(n8n);
		} finally {
			await phrase.close();
		}
	});

	test('tells in the log that Phrase had disabled it', async () => {
		const n8n = trigger();
		await n8n.activate();
		sandbox.disableWebhook(sandbox.webhooks()[0]?.uid ?? '');
		await n8n.activate('init');
		expect(log).toMatchObject([
			['warn', expect.stringMatching(/was disabled; the node has enabled it again/)],
		]);
	});

	test('is made anew when it was deleted in Phrase, and its removal is no error then', async () => {
		const n8n = trigger();
		await n8n.activate();
		sandbox.deleteWebhook(sandbox.webhooks()[0]?.uid ?? '');
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		expectStored(n8n);

		sandbox.deleteWebhook(sandbox.webhooks()[0]?.uid ?? '');
		await n8n.deactivate();
		expectRegistered();
	});

	test.each<[string, (n8n: TriggerInN8n) => void]>([
		['by its URL', (n8n) => (n8n.workflow.name = 'Renamed')],
		['by its name', (n8n) => (n8n.webhookId = 'another')],
	])('is found %s when the state is lost', async (_, change) => {
		const n8n = trigger();
		await n8n.activate();
		const [{ uid } = {}] = sandbox.webhooks();
		change(n8n);
		n8n.database.staticData = {};
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		expect(sandbox.webhooks()[0]).toMatchObject({ uid });
		expectStored(n8n);
	});

	test('is found by its UID when the list does not show it', async () => {
		const n8n = trigger();
		await n8n.activate();
		sandbox.fault({
			match: { method: 'GET', path: '/api2/v2/webhooks$' },
			do: { status: 200, body: '{"content":[]}' },
		});
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		await n8n.deactivate();
		expectRegistered();
	});

	test('is found behind a hundred others', async () => {
		for (let index = 0; index < 100; index++) await register({ url: `https://other.example.com/${index}` });
		const n8n = trigger();
		await n8n.activate();
		n8n.database.staticData = {};
		await n8n.activate('init');
		expect(sandbox.webhooks()).toHaveLength(101);
		await n8n.deactivate();
		expect(sandbox.webhooks()).toHaveLength(100);
	});

	test('is left alone when it calls another host, and another one is made', async () => {
		const theirs = trigger({ baseUrl: 'https://production.example.com' });
		await theirs.activate();
		const ours = trigger({
			workflow: theirs.workflow,
			node: theirs.node,
			baseUrl: 'https://staging.example.com',
		});
		ours.database.staticData = theirs.database.staticData;
		await ours.activate('init');
		expectRegistered(of(theirs, 'production'), of(ours, 'production'));
		expectStored(ours);
		const [one, other] = sandbox.webhooks();
		expect(one?.secretToken).not.toBe(other?.secretToken);
		expect(log).toMatchObject([
			['warn', expect.stringMatching(/calls production\.example\.com.*leaves it alone/)],
		]);

		await ours.deactivate();
		expectRegistered(of(theirs, 'production'));
	});

	test.each([
		['another port', 'https://n8n.example.com:8443'],
		['another path', 'https://n8n.example.com/staging'],
	])('of another n8n on the same host, at %s, is left alone', async (_, baseUrl) => {
		const theirs = trigger();
		await theirs.activate();
		const before = sandbox.webhooks();
		const { workflow, node, webhookId } = theirs;
		const ours = trigger({ workflow, node, webhookId, baseUrl });
		ours.database.staticData = theirs.database.staticData;
		await ours.activate('init');
		expectRegistered(of(theirs, 'production'), of(ours, 'production'));
		expectStored(ours);
		expect(log).toMatchObject([
			[
				'warn',
				expect.stringMatching(/calls n8n\.example\.com\. The node leaves it alone.*no n8n is there any more/),
			],
		]);
		await ours.deactivate();
		expect(sandbox.webhooks()).toEqual(before);
	});

	test('of a copy of the workflow that was never active here is not removed with it', async () => {
		const theirs = trigger({ baseUrl: 'https://production.example.com' });
		await theirs.activate();
		const ours = trigger({
			workflow: theirs.workflow,
			node: theirs.node,
			baseUrl: 'https://staging.example.com',
		});
		ours.database.staticData = theirs.database.staticData;
		await ours.deactivate();
		expectRegistered(of(theirs, 'production'));
	});

	test('of other workflows, nodes and programs is never touched', async () => {
		const webhook = { url: 'https://other.example.com/hook', name: 'By hand' };
		await register(webhook);
		const first = trigger();
		const sameWorkflow = trigger({ workflow: first.workflow, node: { id: 'node-2', name: 'Other Trigger' } });
		const otherWorkflow = trigger();
		for (const n8n of [first, sameWorkflow, otherWorkflow]) await n8n.activate();
		expectRegistered(
			expect.objectContaining(webhook) as object,
			of(first, 'production'),
			of(sameWorkflow, 'production'),
			of(otherWorkflow, 'production'),
		);

		await first.deactivate();
		expectRegistered(
			expect.objectContaining(webhook) as object,
			of(sameWorkflow, 'production'),
			of(otherWorkflow, 'production'),
		);
	});

	test('for a test stands beside the one of the active workflow, and goes alone', async () => {
		const n8n = trigger();
		await n8n.activate();
		await n8n.listen();
		expectRegistered(of(n8n, 'production'), of(n8n, 'test'));
		const [one, other] = sandbox.webhooks();
		expect(one?.secretToken).not.toBe(other?.secretToken);

		await n8n.stopListening();
		expectRegistered(of(n8n, 'production'));
		expectStored(n8n);

		await n8n.listen();
		await n8n.deactivate();
		expectRegistered(of(n8n, 'test'));
		await n8n.stopListening();
		expectRegistered();
	});

	test('that n8n could not store is taken up when it starts again', async () => {
		const n8n = trigger();
		await n8n.activate();
		n8n.database.staticData = {};
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		expectStored(n8n);
	});

	test('is reduced to one when several call the same URL', async () => {
		const n8n = trigger();
		await n8n.activate();
		const { uid } = sandbox.webhooks()[0] ?? {};
		await register({ url: n8n.url });
		await register({ url: n8n.url });
		await n8n.activate('init');
		expectRegistered(of(n8n, 'production'));
		expect(sandbox.webhooks()[0]).toMatchObject({ uid });

		await register({ url: n8n.url });
		await n8n.deactivate();
		expectRegistered();
	});

	test('is removed again when it was made but the answer did not arrive', async () => {
		sandbox.fault({ match: { method: 'POST', path: '/api2/v2/webhooks$' }, do: { reset: 'after' } });
		const n8n = trigger();
		await thrownBy(n8n.activate());
		expectRegistered();
		sandbox.clearFaults();
		await n8n.activate();
		expectRegistered(of(n8n, 'production'));
	});

	test('says in which header the token comes, and is repaired when somebody has changed that', async () => {
		const n8n = trigger();
		await n8n.activate();
		const [before] = sandbox.webhooks();
		expect(before).toMatchObject({ secretTokenType: 'X_MEMSOURCE_TOKEN' });
		const { apiToken } = sandbox.credentials.phraseTmsApiToken;
		const { secretToken } = before ?? {};
		await fetch(`${sandbox.tmsUrl}/api2/v2/webhooks/${before?.uid}`, {
			method: 'PUT',
			headers: { authorization: `ApiToken ${apiToken}`, 'content-type': 'application/json' },
			body: JSON.stringify({ ...of(n8n, 'production'), secretToken, secretTokenType: 'AUTHORIZATION' }),
		});
		await n8n.activate('init');
		expect(sandbox.webhooks()).toMatchObject([{ uid: before?.uid, secretTokenType: 'X_MEMSOURCE_TOKEN' }]);
	});

	test('is given a token when Phrase has another one', async () => {
		const n8n = trigger();
		await n8n.activate();
		const { uid = '' } = sandbox.webhooks()[0] ?? {};
		const { apiToken } = sandbox.credentials.phraseTmsApiToken;
		await fetch(`${sandbox.tmsUrl}/api2/v2/webhooks/${uid}`, {
			method: 'PUT',
			headers: { authorization: `ApiToken ${apiToken}`, 'content-type': 'application/json' },
			body: JSON.stringify({ ...of(n8n, 'production'), secretToken: 'somebody else typed this' }),
		});
		await n8n.activate('init');
		expectStored(n8n);
	});

	describe('when Phrase refuses', () => {
		const refusing = (method: string, status: number, path = '/api2/v2/webhooks'): Fault => ({
			match: { method, path },
			do: { status },
		});

		test.each<[string, string, (n8n: TriggerInN8n) => Promise<unknown>]>([
			['looked for', 'GET', async (n8n) => await n8n.activate()],
			['made', 'POST', async (n8n) => await n8n.activate()],
			['removed', 'DELETE', async (n8n) => await n8n.deactivate()],
			[
				'repaired',
				'PUT',
				async (n8n) => {
					n8n.parameters.events = ['JOB_CREATED'];
					await n8n.activate('init');
				},
			],
		])('says what is missing when it may not be %s', async (_, method, act) => {
			const n8n = trigger();
			if (method === 'DELETE' || method === 'PUT') await n8n.activate();
			sandbox.fault(refusing(method, 403));
			expect(await thrownBy(act(n8n))).toMatchObject({
				name: 'NodeApiError',
				httpCode: '403',
				message: expect.stringMatching(
					/^Phrase TMS does not allow this to the user of the credential \(HTTP 403\)\. .*administrator.*project manager.*'My phraseTmsApi'.*Phrase says/,
				) as string,
			});
			expect(log).toContainEqual([
				'error',
				expect.stringMatching(/webhook of this node.*HTTP 403.*administrator/),
			]);
		});

		test('tells of an outage', async () => {
			const n8n = trigger();
			sandbox.fault(refusing('POST', 500));
			expect(await thrownBy(n8n.activate())).toMatchObject({ name: 'NodeApiError', httpCode: '500' });
			expect(log).toContainEqual([
				'error',
				expect.stringMatching(/Could not register the webhook of this node in Phrase.*HTTP 500/),
			]);
			expectRegistered();
		});

		test('stays when Phrase cannot be asked while n8n starts, and goes when the user wants it to', async () => {
			const n8n = trigger();
			await n8n.activate();
			const before = sandbox.webhooks();
			sandbox.fault({ match: { method: 'GET', path: '/api2/v2/webhooks$', times: 5 }, do: { status: 500 } });
			expect(await thrownBy(n8n.activate('init'))).toMatchObject({ httpCode: '500' });
			expect(sandbox.webhooks()).toEqual(before);

			await n8n.activate('init');
			expect(sandbox.webhooks()).toEqual(before);
			await n8n.deactivate();
			expectRegistered();
		}, 30_000);

		test('ends a test all the same, because n8n could begin no other one, and tells what is left', async () => {
			const n8n = trigger();
			await n8n.listen();
			sandbox.fault(refusing('DELETE', 500));
			await n8n.stopListening();
			expect(log).toContainEqual([
				'error',
				expect.stringMatching(/Could not remove the webhook of this node from Phrase.*HTTP 500/),
			]);
			sandbox.clearFaults();
			await n8n.listen();
			await n8n.stopListening();
			expectRegistered();
		}, 30_000);

		test('does not repeat the token, even if Phrase does', async () => {
			const n8n = trigger();
			await n8n.activate();
			const [{ secretToken = '' } = {}] = sandbox.webhooks();
			const body = JSON.stringify({
				errorCode: 'InvalidToken',
				errorDescription: `Too long: ${secretToken}`,
			});
			sandbox.fault({ match: { method: 'PUT' }, do: { status: 400, body } });
			n8n.parameters.events = ['JOB_CREATED'];
			const error = await thrownBy(n8n.activate('init'));
			expect(error).toMatchObject({ message: expect.stringContaining('Too long: ***') as string });
			expect(inspect(error, { depth: null })).not.toContain(secretToken);
			expect(isTold('Too long: ***')).toBe(true);
			expect(isTold(secretToken)).toBe(false);
		});
	});

	describe('after the credential was changed to another account', () => {
		const other = useSandbox();
		const open: TriggerInN8n[] = [];

		afterEach(async () => {
			for (const n8n of open.splice(0)) await n8n.close();
		});

		/** Lets a trigger take calls until the test ends. */
		const serve = async (n8n: TriggerInN8n): Promise<TriggerInN8n> => {
			open.push(n8n);
			await n8n.serve();
			return n8n;
		};

		/** A trigger that takes calls, active in the first account. */
		async function active(setup: TriggerSetup = {}): Promise<TriggerInN8n> {
			const n8n = await serve(trigger(setup));
			await n8n.activate();
			return n8n;
		}

		/** Edits the credential, as the user does. */
		const change = (n8n: TriggerInN8n) =>
			Object.assign(n8n.credentials.data('phraseTmsApi'), credentialsOf(other).phraseTmsApi);

		const call = async (n8n: TriggerInN8n, { secretToken = '' }: Partial<Webhook> = {}) => {
			const body = JSON.stringify({ event: 'JOB_STATUS_CHANGED' });
			const headers = { 'x-memsource-token': secretToken };
			return (await fetch(n8n.url, { method: 'POST', headers, body })).status;
		};

		test.each<[string, (n8n: TriggerInN8n) => Promise<unknown>]>([
			['n8n starts again', async (n8n) => await n8n.activate('init')],
			[
				'the workflow is published again',
				async (n8n) => {
					await n8n.deactivate();
					await n8n.activate();
				},
			],
		])('the former webhook is removed, and cannot start the workflow: %s', async (_, again) => {
			const n8n = await active();
			const [former] = sandbox.webhooks();
			change(n8n);
			await again(n8n);
			expectRegistered();
			expect(other.webhooks()).toMatchObject([{ url: n8n.url, status: 'ENABLED' }]);
			expect(log).toContainEqual([
				'info',
				expect.stringMatching(
					`Webhook ${former?.uid} of account .* on ${new URL(sandbox.tmsUrl).host} was removed`,
				),
			]);
			expect(await call(n8n, former)).toBe(401);
			expect(await call(n8n, other.webhooks()[0])).toBe(200);
		});

		test('the former webhook is named in the log when it cannot be removed, and cannot start the workflow', async () => {
			const before = await active();
			const [former] = sandbox.webhooks();
			await before.close();
			const n8n = await serve(trigger({ ...inAnotherProcess(before), webhookId: before.webhookId }));
			before.baseUrl = n8n.baseUrl;
			change(n8n);
			await n8n.activate('init');
			expect(sandbox.webhooks()).toEqual([former]);
			expect(log).toContainEqual([
				'warn',
				expect.stringMatching(
					`Webhook ${former?.uid} of account .* could not be removed.*cannot start this workflow.*Delete it`,
				),
			]);
			expect(await call(n8n, former)).toBe(401);
			expect(await call(n8n, other.webhooks()[0])).toBe(200);

			await n8n.activate('init');
			expect(log.filter(([, text]) => text.includes('could not be removed'))).toHaveLength(1);
		});

		test('the former webhook is named in the log once, too, when its token has ended meanwhile', async () => {
			const n8n = await active();
			const [former] = sandbox.webhooks();
			change(n8n);
			sandbox.fault({ match: { path: '/api2' }, do: { status: 401 } });
			for (let time = 0; time < 2; time++) await n8n.activate('init');
			expect(sandbox.webhooks()).toEqual([former]);
			expect(other.webhooks()).toMatchObject([{ url: n8n.url }]);
			const told = log.filter(([, text]) => text.includes(String(former?.uid)));
			expect(told).toEqual([['warn', expect.stringContaining('could not be removed')]]);
		});

		test('another main process of n8n, which knows the former token, does not take it either', async () => {
			const first = await active();
			const [former] = sandbox.webhooks();
			const second = trigger({
				...inAnotherProcess(first),
				webhookId: first.webhookId,
				baseUrl: first.baseUrl,
			});
			change(second);
			await second.activate('init');
			first.database.staticData = second.database.staticData;
			expect(await call(first, former)).toBe(401);
			expect(await call(first, other.webhooks()[0])).toBe(200);
		});
	});

	describe('when Phrase does not answer', () => {
		test('is given up after 30 s, and says what it waited for', async () => {
			const wait = setTimeout;
			jest
				.spyOn(global, 'setTimeout')
				.mockImplementation((act: () => void, ms?: number) => wait(act, ms === 30_000 ? 300 : ms));
			const phrase = await startPhraseInFront(sandbox, (url) =>
				url.includes('/webhooks') ? new Promise<number>(() => undefined) : undefined,
			);
			try {
				const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
				const n8n = trigger({ credentials: { phraseTmsApi } });
				const said = /^Phrase did not answer within 30 s\. The node waited for the list of the webhooks\.$/;
				expect(await thrownBy(n8n.activate())).toMatchObject({
					message: expect.stringMatching(said) as string,
				});
			} finally {
				await phrase.close();
			}
		});
	});

	describe('is refused', () => {
		const elsewhere = { phraseTmsApi: { authType: 'apiToken', apiToken: 'a token of Phrase', region: 'eu' } };

		test.each([
			'http://localhost:5678',
			'http://n8n.localhost:5678',
			'https://127.0.0.1',
			'http://[::1]:5678',
			'http://0.0.0.0:5678',
			'http://192.168.1.20:5678',
			'http://10.0.0.1',
			'http://n8n:5678',
			'https://n8n.local',
		])('at %s, with what to do', async (baseUrl) => {
			const n8n = trigger({ baseUrl, credentials: elsewhere });
			expect(await thrownBy(n8n.activate())).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringMatching(/^Phrase cannot call this n8n at.*WEBHOOK_URL.*tunnel/) as string,
			});
			expect(log[0]).toEqual(['error', expect.stringContaining('WEBHOOK_URL')]);
		});

		test.each(['ftp://n8n.example.com', 'n8n.example.com'])(
			'at %s, which is no web address',
			async (baseUrl) => {
				expect(await thrownBy(trigger({ baseUrl }).activate())).toMatchObject({
					name: 'NodeOperationError',
					message: expect.stringContaining('is not a web address') as string,
				});
				expectRegistered();
			},
		);

		test.each<[string, TriggerSetup['parameters'], string]>([
			[
				'without events',
				{ events: [] },
				"Choose at least one event in 'Events', or name one in 'Other Events'",
			],
			[
				'with other events that are none',
				{ events: [], eventOptions: { otherEvents: ' , ' } },
				"Choose at least one event in 'Events', or name one in 'Other Events'",
			],
			[
				'without a status to reach',
				{ events: ['ALL_JOBS_REACHED_STATUS'], reachedStatuses: [] },
				"'Reached Statuses'",
			],
			[
				'with a workflow step that is none',
				{ filters: { workflowLevels: [0] } },
				"'Workflow Step Names or IDs'",
			],
			['with a size that is none', { eventOptions: { maxBodySize: -1 } }, "'Maximum Body Size (KB)'"],
		])('%s, before Phrase is asked anything', async (_, parameters, named) => {
			expect(await thrownBy(trigger({ parameters }).activate())).toMatchObject({
				name: 'NodeOperationError',
				message: expect.stringContaining(named) as string,
			});
			expect(changes()).toEqual([]);
			expectRegistered();
		});
	});

	test('may be local when Phrase is', async () => {
		const n8n = trigger({ baseUrl: 'http://localhost:5678' });
		await n8n.activate();
		expectRegistered(of(n8n, 'production'));
	});

	test("is made for what was typed in 'Other Events' alone", async () => {
		const n8n = trigger({
			parameters: { events: [], eventOptions: { otherEvents: 'JOB_EXPORTED', testWith: 'realEvents' } },
		});
		await n8n.activate();
		expectRegistered(of(n8n, 'production', { events: ['JOB_EXPORTED'] }));
	});

	test('has a name that Phrase takes, however long those in n8n are', async () => {
		const n8n = trigger({
			workflow: { id: 'workflow-1', name: '🚚'.repeat(300) },
			node: { id: 'node-1', name: 'Node' },
		});
		await n8n.activate();
		n8n.database.staticData = {};
		await n8n.activate('init');
		const [{ name = '' } = {}] = sandbox.webhooks();
		expect(sandbox.webhooks()).toHaveLength(1);
		expect(name.length).toBeLessThanOrEqual(255);
		expect(name).toMatch(/^n8n · (🚚)+… · Node · production · workflow-1\/node-1$/u);
		expect(changes()).toEqual(['POST']);
	});
});
