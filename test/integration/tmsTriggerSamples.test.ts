import { until } from '../../n8n/until';
import { logLines, type LogLine } from '../support/logLines';
import { startPhraseInFront } from '../support/phraseInFront';
import { thrownBy } from '../support/thrownBy';
import { triggerFor, type TriggerInN8n, type TriggerSetup } from '../support/triggerInN8n';
import { useSandbox } from '../support/useSandbox';

/** Listening for a test event: Phrase's samples come at once, by a call of Phrase. */
describe('listening for a test event of Phrase TMS Trigger', () => {
	const sandbox = useSandbox();
	let log: LogLine[];
	const started: TriggerInN8n[] = [];

	beforeEach(async () => {
		log = logLines();
	});

	afterEach(async () => {
		await Promise.all(started.splice(0).map(async (n8n) => await n8n.close()));
		jest.restoreAllMocks();
	});

	async function serve(
		parameters: TriggerSetup['parameters'] = {},
		setup: TriggerSetup = {},
	): Promise<TriggerInN8n> {
		const n8n = triggerFor(sandbox, { parameters, ...setup });
		started.push(n8n);
		await n8n.serve();
		return n8n;
	}

	const items = async (n8n: TriggerInN8n) => {
		const [first] = await until('the workflow was started', 10_000, () =>
			n8n.executions.length > 0 && sandbox.webhooks().length === 0 ? n8n.executions : undefined,
		);
		expect(n8n.thrown).toEqual([]);
		return (first ?? []).map(({ json }) => json);
	};

	test('puts out a sample of each chosen event, and ends the test', async () => {
		const n8n = await serve({ events: ['PROJECT_CREATED', 'JOB_STATUS_CHANGED', 'ANALYSIS_CREATED'] });
		await n8n.listen();
		const samples = await items(n8n);
		expect(samples.map(({ event }) => event)).toEqual([
			'ANALYSIS_CREATED',
			'JOB_STATUS_CHANGED',
			'PROJECT_CREATED',
		]);
		for (const sample of samples) {
			expect(sample).toMatchObject({
				sample: true,
				known: true,
				eventUid: expect.any(String) as string,
				project: { uid: sandbox.seed.project.uid },
			});
		}
		expect(samples[1]).toMatchObject({
			job: { filename: expect.any(String) as string, webhookStatus: 'NEW' },
		});
		expect(n8n.executions).toHaveLength(1);
		expect(sandbox.webhookCalls()).toMatchObject([{ statusCode: 200, triggerEvent: 'ANALYSIS_CREATED' }]);
	});

	test('puts out a sample of the event about all jobs', async () => {
		const n8n = await serve({ events: ['ALL_JOBS_REACHED_STATUS'], reachedStatuses: ['DELIVERED'] });
		await n8n.listen();
		expect(await items(n8n)).toMatchObject([
			{
				event: 'ALL_JOBS_REACHED_STATUS',
				sample: true,
				projectUid: sandbox.seed.project.uid,
				workflowLevel: 1,
				targetLang: expect.any(String) as string,
				status: 'DELIVERED',
				jobs: [{ uid: sandbox.seed.project.jobUid, status: 'DELIVERED' }],
			},
		]);
	});

	test('leaves the registration of the active workflow alone', async () => {
		const n8n = await serve();
		await n8n.activate();
		const active = sandbox.webhooks();
		await n8n.listen();
		const left = await until('the test is over', 10_000, () => {
			const webhooks = sandbox.webhooks();
			return n8n.executions.length > 0 && webhooks.length === 1 ? webhooks : undefined;
		});
		expect(left).toEqual(active);
	});

	test('works again for a registration that a test before has left', async () => {
		const n8n = await serve();
		const left = triggerFor(sandbox, {
			workflow: n8n.workflow,
			node: n8n.node,
			baseUrl: n8n.baseUrl,
			parameters: { eventOptions: { testWith: 'realEvents' } },
		});
		await left.listen();
		await n8n.listen();
		expect(await items(n8n)).toMatchObject([{ event: 'JOB_STATUS_CHANGED', sample: true }]);
	});

	test('puts out what comes when Phrase has no sample that can be read', async () => {
		sandbox.fault({ match: { path: 'previews' }, do: { empty: true } });
		const n8n = await serve();
		await n8n.listen();
		const [json, ...more] = await items(n8n);
		expect(more).toEqual([]);
		expect(json).toMatchObject({ event: 'JOB_STATUS_CHANGED', known: true });
		expect(json).not.toHaveProperty('sample');
	});

	test('waits for an event that happens, when told to', async () => {
		const n8n = await serve({ eventOptions: { testWith: 'realEvents' } });
		await n8n.listen();
		expect(sandbox.counters().byOperation).not.toHaveProperty('getWebhookPreviews');
		sandbox.setJobStatus([sandbox.seed.project.jobUid], 'COMPLETED');
		const [json] = await items(n8n);
		expect(json).toMatchObject({ job: { uid: sandbox.seed.project.jobUid, status: 'COMPLETED' } });
		expect(json).not.toHaveProperty('sample');
	});

	test('does not put out samples of a test before', async () => {
		const phrase = await startPhraseInFront(sandbox, (url) =>
			url.includes('/test?') ? Promise.resolve(201) : undefined,
		);
		try {
			const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
			const n8n = await serve({}, { credentials: { phraseTmsApi } });
			await n8n.listen();
			await n8n.stopListening();
			n8n.parameters.eventOptions = { testWith: 'realEvents' };
			await n8n.listen();
			sandbox.setJobStatus([sandbox.seed.project.jobUid], 'COMPLETED');
			const [json] = await items(n8n);
			expect(json).toMatchObject({ job: { status: 'COMPLETED' } });
			expect(json).not.toHaveProperty('sample');
		} finally {
			await phrase.close();
		}
	});

	test.each([
		['the samples', 'previews', 403],
		['the call', '/test$', 500],
		['the samples of an event that it does not know', 'previews', 400],
	])('is over when Phrase refuses %s', async (_, path, status) => {
		sandbox.fault({ match: { path }, do: { status } });
		const n8n = await serve();
		expect(await thrownBy(n8n.listen())).toMatchObject({
			name: 'NodeApiError',
			httpCode: String(status),
			message: expect.stringMatching(
				/^Phrase gave no samples to test with: Phrase TMS .*Choose 'Real Events' in 'Test With'/,
			) as string,
		});
		expect(sandbox.webhooks()).toEqual([]);
		expect(log).toContainEqual(['error', expect.stringContaining("'Real Events'")]);
	});

	test('takes a call that Phrase makes before it answers the request for it, but none without the token', async () => {
		const answeredWith: number[] = [];
		async function callWebhook(uid: string): Promise<number> {
			const { url, secretToken = '' } = sandbox.webhooks().find((one) => one.uid === uid) ?? { url: '' };
			for (const token of ['', secretToken]) {
				const answer = await fetch(url, {
					method: 'POST',
					headers: { 'x-memsource-token': token },
					body: '{"event":"JOB_STATUS_CHANGED"}',
				});
				answeredWith.push(answer.status);
			}
			return 201;
		}
		const phrase = await startPhraseInFront(sandbox, (url) => {
			const uid = /webhooks\/([^/]+)\/test/.exec(url)?.[1];
			return uid === undefined ? undefined : callWebhook(uid);
		});
		try {
			const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
			const n8n = await serve({}, { credentials: { phraseTmsApi } });
			await n8n.listen();
			expect(n8n.listening).toBeDefined();
			expect(await items(n8n)).toMatchObject([{ event: 'JOB_STATUS_CHANGED', sample: true }]);
			expect(n8n.listening).toBeUndefined();
			expect(n8n.executions).toHaveLength(1);
			expect(answeredWith).toEqual([401, 200]);
		} finally {
			await phrase.close();
		}
	});
});
