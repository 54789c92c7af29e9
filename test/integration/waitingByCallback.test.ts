import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import {
	callWebhook,
	EXECUTION_ID,
	runNode,
	storeBinary,
	type AnyNodeType,
	type NodeRun,
	type RunSetup,
} from '../../n8n/inProcess';
import { useSandbox } from '../support/useSandbox';

/** Putting an execution to sleep and waking it, in n8n-core's own contexts against the sandbox. */
describe('waiting by callback', () => {
	const sandbox = useSandbox();

	const setupOf = (parameters: INodeParameters, secret = ''): RunSetup => ({
		parameters: { whileWaiting: 'sleep', ...parameters },
		credentials: {
			phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, callbackSigningSecret: secret },
			phraseLanguageAiApi: sandbox.credentials.phraseLanguageAiApi,
		},
	});

	/** Requests exports, one per length in ms. */
	async function exports(...times: number[]): Promise<string[]> {
		const ids: string[] = [];
		for (const exportMs of times) {
			const [job] = sandbox.createJobs({ times: { exportMs } });
			const { items } = await runNode(new PhraseTms(), {
				...setupOf({
					resource: 'job',
					operation: 'requestTargetFile',
					projectUid: job?.projectUid ?? '',
					jobUid: job?.uid ?? '',
					notify: 'thisExecution',
				}),
			});
			ids.push(String(items[0]?.json.asyncRequestId));
		}
		return ids;
	}

	const waiting = { resource: 'asyncRequest', operation: 'wait', asyncRequestId: '={{ $json.id }}' };

	const itemsOf = (ids: string[]) => ids.map((id) => ({ json: { id, wakesExecution: EXECUTION_ID } }));

	const looks = () =>
		sandbox
			.requests()
			.filter(({ path }) => /\/async(\/\d+)?$/.test(path))
			.map(({ path }) => path.replace(/^.*\/async\/?/, ''));

	/** A callback as Phrase sends it, to the execution that `run` put to sleep. */
	async function callback(type: AnyNodeType, setup: RunSetup, run: NodeRun, body: IDataObject, query = {}) {
		return await callWebhook(type, { ...setup, asleep: run.context.getExecuteData(), body, query });
	}

	/** The run of the node that a callback has woken. */
	async function again(
		type: AnyNodeType,
		setup: RunSetup,
		woken: Awaited<ReturnType<typeof callback>> | undefined,
	) {
		expect(woken?.stored?.node.disabled).toBe(false);
		const items = woken?.result.workflowData?.[0];
		return await runNode(type, { ...setup, items, metadata: woken?.stored?.metadata });
	}

	const about = (id: string | undefined) => ({
		asyncRequest: { id: id ?? '', action: 'EXPORT_COMPLETE_FILE' },
	});

	test('sleeps with the items marked, up to the limit, and asks for many by one list', async () => {
		const ids = await exports(60_000, 60_000, 60_000);
		const before = looks().length;
		const begun = Date.now();
		const setup = setupOf({ ...waiting, sleepLimit: 2, sleepLimitUnit: 'days' });
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		expect(looks().slice(before)).toEqual(['']);
		const limit = 2 * 24 * 60 * 60 * 1000;
		const { waitTill } = run.execution;
		expect(waitTill?.getTime()).toBeGreaterThanOrEqual(begun + limit);
		expect(waitTill?.getTime()).toBeLessThan(Date.now() + limit);
		expect(run.items.map(({ json }) => json.asyncRequestId)).toEqual(ids);
		for (const { json } of run.items) {
			expect(json.wait).toMatchObject({ mode: 'callback', ended: false, timedOut: true, elapsedMs: limit });
		}
		const shown = run.context.getExecuteData().metadata?.resumeUrl;
		expect(shown).toMatch(/^http:.+#until=/);
		expect(shown?.split('#until=')[1]).toBe(waitTill?.toISOString());
		// What n8n stores, and puts out when the time is over, are the marked items. They are in an array of
		// their own, since n8n takes the items out of the one that a node returns.
		const { main } = run.context.getExecuteData().data;
		expect(main).toEqual([run.items]);
		expect(main?.[0]).not.toBe(run.items);
	});

	test('asks once per callback while something goes on', async () => {
		const ids = await exports(0, 60_000);
		const setup = setupOf(waiting);
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		const before = looks().length;
		const { result, answer } = await callback(new PhraseTms(), setup, run, about(ids[1]));
		expect([result, answer.status]).toEqual([{}, 200]);
		expect(looks().length - before).toBe(1);
	});

	test('ignores what is about other requests without asking Phrase', async () => {
		const ids = await exports(60_000);
		const setup = setupOf(waiting);
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		const before = looks().length;
		const { result, answer } = await callback(new PhraseTms(), setup, run, about('1'));
		expect([result, answer.status]).toEqual([{}, 200]);
		expect(looks()).toHaveLength(before);
	});

	test('lets one of several simultaneous callbacks wake it, and the node runs again', async () => {
		const ids = await exports(60_000, 60_000);
		const setup = setupOf(waiting);
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		sandbox.advance(60_000);
		const before = looks().length;
		const calls = await Promise.all(
			[0, 1, 0, 1].map(async (index) => await callback(new PhraseTms(), setup, run, about(ids[index]))),
		);
		const woken = calls.filter(({ result }) => result.workflowData !== undefined);
		expect(woken).toHaveLength(1);
		// One look for the four: the list, and the request that a callback is about.
		expect(looks().length - before).toBe(2);

		const { items } = await again(new PhraseTms(), setup, woken[0]);
		expect(items.map(({ json }) => json.asyncRequestId)).toEqual(ids);
		for (const { json } of items) {
			expect(json.wait).toMatchObject({ mode: 'callback', ended: true, timedOut: false, callbacks: 1 });
		}
	});

	test('answers 503 while Phrase cannot tell, so that it delivers the callback again', async () => {
		const ids = await exports(0, 60_000);
		const setup = setupOf(waiting);
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		sandbox.fault({ match: { path: '/api2/v1/async' }, do: { reset: 'before' } });
		const { result, answer } = await callback(new PhraseTms(), setup, run, about(ids[1]));
		expect(result).toEqual({ noWebhookResponse: true });
		expect(answer.status).toBe(503);
	}, 60_000);

	test('leaves the wait out of the item when the user does not want to know', async () => {
		const ids = await exports(0);
		await allEnded(ids);
		const setup = setupOf({ ...waiting, options: { includeWaitDetails: false } });
		const run = await runNode(new PhraseTms(), { ...setup, items: itemsOf(ids) });
		expect(run.execution.waitTill).toBeUndefined();
		expect(run.items[0]?.json).toMatchObject({ asyncRequestId: ids[0], id: ids[0] });
		expect(run.items[0]?.json).not.toHaveProperty('wait');
	});

	test('an AI agent cannot be woken', async () => {
		// What n8n makes of a node that an agent uses.
		const tool = new PhraseTms();
		tool.description = { ...tool.description, name: 'phraseTmsTool' };
		const [job] = sandbox.createJobs({});
		const setup = setupOf({
			resource: 'job',
			operation: 'requestTargetFile',
			projectUid: job?.projectUid ?? '',
			jobUid: job?.uid ?? '',
			notify: 'thisExecution',
		});
		await expect(runNode(tool, setup)).rejects.toThrow('An AI agent cannot wait by callback');
		expect(sandbox.requests().filter(({ method }) => method === 'PUT')).toEqual([]);
	});

	test('Language AI: whatever the callback says, the state of each file translation is read', async () => {
		sandbox.configure({ times: { mtMs: 1000 } });
		const file = await storeBinary(Buffer.from('A text.'));
		const setup = setupOf({ resource: 'fileTranslation', operation: 'wait' });
		const created = await runNode(new PhraseLanguageAi(), {
			...setup,
			items: [{ json: {}, binary: { data: file } }],
			parameters: {
				resource: 'fileTranslation',
				operation: 'create',
				sourceLang: 'en',
				targetLangs: ['de'],
				actionTypes: ['MT_GENERIC_PRETRANSLATE'],
				notify: 'thisExecution',
			},
		});
		const items = created.items.map(({ json }) => ({ json: { ...json, uid: json.fileTranslationUid } }));
		const wait = { resource: 'fileTranslation', operation: 'wait', fileTranslationUid: '={{ $json.uid }}' };
		const asleep = await runNode(new PhraseLanguageAi(), { ...setupOf(wait), items });
		expect(asleep.execution.waitTill).toBeDefined();
		const early = await callback(new PhraseLanguageAi(), setupOf(wait), asleep, {});
		expect([early.result, early.answer.status]).toEqual([{}, 200]);

		await runNode(new PhraseLanguageAi(), { ...setupOf({ ...wait, whileWaiting: 'keepRunning' }), items });
		const woken = await callback(new PhraseLanguageAi(), setupOf(wait), asleep, {});
		const output = await again(new PhraseLanguageAi(), setupOf(wait), woken);
		expect(output.items[0]?.json).toMatchObject({
			fileTranslationUid: items[0]?.json.uid,
			wait: { ended: true, callbacks: 1 },
		});
	});

	/** Returns when all have ended. */
	async function allEnded(ids: string[]): Promise<void> {
		await runNode(new PhraseTms(), {
			...setupOf({ ...waiting, whileWaiting: 'keepRunning' }),
			items: itemsOf(ids),
		});
	}
});
