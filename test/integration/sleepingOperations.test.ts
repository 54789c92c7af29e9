import { setTimeout as delay } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData, INodeParameters, NodeApiError } from 'n8n-workflow';
import { chosenOperation } from '../../core/run/actionNode';
import { forwardsAllOutputs } from '../../core/run/forwardsAllOutputs';
import { whySleepless } from '../../core/run/whySleepless';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { until } from '../../n8n/until';
import {
	callWebhook,
	executeContext,
	hashBinary,
	runNode,
	storeBinary,
	type NodeRun,
	type RunSetup,
} from '../../n8n/inProcess';
import { SLEEPING_OPERATIONS, startsOf, type SleepingOperation } from '../e2e/support/sleepingOperations';
import { WAIT_OPERATIONS } from '../e2e/support/waitOperations';
import { comparedItems } from '../support/comparedItems';
import { hurry } from '../support/hurry';
import { thrownBy } from '../support/thrownBy';
import { useSandbox } from '../support/useSandbox';

const SECRET = 'a long secret of the credential';
const HOUR = 3_600_000;

hurry();

const sandbox = useSandbox();

// Nobody listens at the URLs that the sandbox calls: the tests hand over what it sends.
beforeEach(() => sandbox.configure({ callbackScheduleMs: [] }));

const OPERATIONS = Object.entries<SleepingOperation>(SLEEPING_OPERATIONS);

type Fates = Array<'ends' | 'fails'>;

const nodeOf = ({ type }: SleepingOperation) =>
	type === 'phraseTms' ? new PhraseTms() : new PhraseLanguageAi();

const setupOf = (
	{ credentialType }: SleepingOperation,
	parameters: INodeParameters,
	more: Partial<RunSetup> = {},
): RunSetup => ({
	parameters,
	credentials: {
		[credentialType]: {
			...sandbox.credentials[credentialType],
			callbackSigningSecret: SECRET,
			sessionToken: '',
		},
	},
	...more,
});

const asleep = (operation: SleepingOperation, more: Partial<RunSetup> = {}) =>
	setupOf(operation, { ...operation.parameters, whileWaiting: 'sleep' }, more);

/** The items that an operation gets. Work that comes before it takes no time. */
async function itemsFor(operation: SleepingOperation, fates: Fates): Promise<INodeExecutionData[]> {
	sandbox.configure({ times: { connectorDownloadMs: 0 } });
	const inputs = operation.inputs(sandbox, fates);
	const items = await Promise.all(
		inputs.map(async ({ json, file }) => ({
			json,
			...(file && { binary: { data: await storeBinary(Buffer.from(file.text), { fileName: file.name }) } }),
		})),
	);
	if (operation.before === undefined) return items;
	const before = await runNode(nodeOf(operation), setupOf(operation, operation.before, { items }));
	return before.items.map((item, index) => ({ ...item, json: { ...items[index]?.json, ...item.json } }));
}

function takes({ times }: SleepingOperation, ms: number): void {
	sandbox.configure({ times: Object.fromEntries(times.map((name) => [name, ms])) });
}

/** Lets all work end. The actions of a file translation begin one after the other, each on a timer that is due. */
async function end(): Promise<void> {
	for (let action = 0; action < 4; action++) {
		sandbox.advance(HOUR);
		await delay(2);
	}
}

/** What Phrase was asked, but for tokens. */
const calls = () =>
	sandbox
		.requests()
		.filter(({ path, status }) => path.includes('/api2/') && status !== 401)
		.map(({ method, path }) => `${method} ${path}`);

/** The callbacks that Phrase sends about all that the execution waits for. */
async function callbacks(count: number): Promise<Array<{ url: string; body: IDataObject }>> {
	await end();
	return await until(`Phrase has called back ${count} times`, 10_000, () => {
		const sent = sandbox.callbacks();
		return sent.length < count
			? undefined
			: sent.map(({ url, body }) => ({ url, body: body as IDataObject }));
	});
}

/** Hands callbacks to the webhook of a sleeping node, until one of them wakes it. */
async function wake(
	operation: SleepingOperation,
	setup: RunSetup,
	run: NodeRun,
	sent: Array<{ url: string; body: IDataObject }>,
) {
	for (const { url, body } of sent) {
		const { pathname, searchParams } = new URL(url);
		const woken = await callWebhook(nodeOf(operation), {
			...setup,
			asleep: run.context.getExecuteData(),
			path: pathname,
			query: Object.fromEntries(searchParams),
			body,
		});
		expect(woken.answer.status).toBe(200);
		if (woken.result.workflowData !== undefined) return woken;
	}
	throw new Error('No callback has woken the execution');
}

/** The run of the node that has been woken. */
async function again(
	operation: SleepingOperation,
	setup: RunSetup,
	woken: Awaited<ReturnType<typeof wake>>,
): Promise<NodeRun> {
	expect(woken.stored?.node.disabled).toBe(false);
	const items = woken.result.workflowData?.[0];
	return await runNode(nodeOf(operation), { ...setup, items, metadata: woken.stored?.metadata });
}

/** An execution that went to sleep, and what comes out when it has been woken. */
async function sleptThrough(operation: SleepingOperation, items: INodeExecutionData[], more = {}) {
	takes(operation, HOUR);
	const setup = asleep(operation, { items, ...more });
	const run = await runNode(nodeOf(operation), setup);
	expect(run.execution.waitTill).toBeDefined();
	const works = startsOf(sandbox, operation).length;
	const woken = await wake(operation, setup, run, await callbacks(works));
	return await again(operation, setup, woken);
}

it('each operation that can sleep is one of those that are tested', () => {
	const sleeping = [
		...Object.values(tms).map((resource) => ({ ...resource })),
		...Object.values(languageAi).map((resource) => ({
			...resource,
			// Both nodes have one.
			name: resource.name === 'API' ? 'API of Language AI' : resource.name,
		})),
	].flatMap(({ name, operations }) =>
		Object.values(operations)
			.filter(({ ends }) => ends.sleepsOn !== undefined)
			.map((operation) => `${name} > ${operation.name}`),
	);
	const ofEarlierWork = [...Object.keys(WAIT_OPERATIONS), 'Job > Download Target File by Async Request'];
	expect(sleeping.sort()).toEqual([...Object.keys(SLEEPING_OPERATIONS), ...ofEarlierWork].sort());
});

describe.each(OPERATIONS)('%s asleep', (_, operation) => {
	it('gives what it gives when it keeps running, and starts each work once', async () => {
		const fates: Fates = ['ends', 'fails', 'ends'];
		const more = { continueOnFail: true };
		const items = await itemsFor(operation, fates);
		takes(operation, 0);
		const kept = await runNode(
			nodeOf(operation),
			setupOf(operation, operation.parameters, { items, ...more }),
		);
		const works = startsOf(sandbox, operation).length;
		await sandbox.reset();

		const woken = await sleptThrough(operation, await itemsFor(operation, fates), more);
		expect(await comparedItems(woken.items, hashBinary)).toEqual(await comparedItems(kept.items, hashBinary));
		expect(startsOf(sandbox, operation)).toHaveLength(works);
		expect(woken.execution.waitTill).toBeUndefined();
		expect(woken.items.filter(({ json }) => 'error' in json)).not.toEqual([]);
		for (const { json } of woken.items) {
			if (!('error' in json)) expect(json.wait).toMatchObject({ mode: 'callback', callbacks: 1 });
		}
	});

	it('does not sleep for short work', async () => {
		const items = await itemsFor(operation, ['ends']);
		takes(operation, 0);
		const { execution, items: output } = await runNode(nodeOf(operation), asleep(operation, { items }));
		expect(execution.waitTill).toBeUndefined();
		expect(output[0]?.json.wait).toMatchObject({ mode: 'callback', ended: true, callbacks: 0 });
	});

	it('hands on all ids when the time is over', async () => {
		const items = await itemsFor(operation, ['ends', 'ends']);
		takes(operation, HOUR);
		const run = await runNode(nodeOf(operation), asleep(operation, { items }));
		const { calledBack } = resourcesOf(operation).ends.sleepsOn ?? {};
		const stored = run.context.getExecuteData().data.main?.[0] ?? [];
		expect(stored).toHaveLength(startsOf(sandbox, operation).length);
		for (const [index, { json, pairedItem }] of stored.entries()) {
			expect(json).toMatchObject({
				...items[index]?.json,
				[calledBack?.member ?? '']: expect.any(String) as string,
				wait: { ended: false, timedOut: true },
			});
			expect(pairedItem).toEqual({ item: index });
		}
	});
});

const TARGET_FILES = SLEEPING_OPERATIONS['Job > Download Target Files'];

describe('an item with several works', () => {
	const ofJobs = (jobs: Array<{ uid: string; projectUid: string }>) => [
		{ json: { projectUid: jobs[0]?.projectUid ?? '', jobUid: jobs.map(({ uid }) => uid).join() } },
	];

	it('wakes once when all have ended; what fails or is refused is an error beside the others', async () => {
		const names = ['a.txt', 'fail-export.txt', 'b.txt', 'c.txt'];
		const jobs = sandbox.createJobs({ names });
		const quick = sandbox.createJobs({ names: ['quick.txt'], times: { exportMs: 0 } });
		const missing = { uid: 'nothing', projectUid: jobs[0]?.projectUid ?? '' };
		const items = ofJobs([...jobs, ...quick, missing]);
		const { items: output } = await sleptThrough(TARGET_FILES, items, { continueOnFail: true });
		expect(output.map(({ json, binary }) => [json.jobUid, binary?.data?.fileName])).toEqual([
			[jobs[0]?.uid, 'a.txt'],
			[undefined, undefined],
			[jobs[2]?.uid, 'b.txt'],
			[jobs[3]?.uid, 'c.txt'],
			[quick[0]?.uid, 'quick.txt'],
			[undefined, undefined],
		]);
		expect(output[1]?.json.error).toMatchObject({ jobUid: jobs[1]?.uid, errorCode: expect.any(String) });
		expect(output[5]?.json.error).toMatchObject({ jobUid: 'nothing', httpCode: 404 });
		expect(output.every(({ pairedItem }) => (pairedItem as { item: number }).item === 0)).toBe(true);
	});

	it('costs few requests', async () => {
		const jobs = sandbox.createJobs({ count: 20 });
		// All at once, so that the clock of the tests, which is fast, takes them for started together.
		const atOnce = {
			...TARGET_FILES,
			parameters: { ...TARGET_FILES.parameters, options: { parallelRequests: 20 } },
		};
		const { items } = await sleptThrough(atOnce, ofJobs(jobs));
		expect(items).toHaveLength(20);
		const count = (call: RegExp) => calls().filter((one) => call.test(one)).length;
		expect(count(/^PUT .*\/targetFile$/)).toBe(20);
		expect(count(/\/async\/\d+$/)).toBe(20);
		expect(count(/^GET .*\/download\w*\//i)).toBe(20);
		// One before the sleep, or two when it begins to look while some start, and one after it.
		expect(count(/^GET .*\/async$/)).toBeLessThanOrEqual(3);
		expect(calls().length).toBeLessThanOrEqual(64);
	});

	it('ends the run, and names all that was started, when one has failed', async () => {
		const jobs = sandbox.createJobs({ names: ['a.txt', 'fail-export.txt'] });
		const error = await thrownBy(sleptThrough(TARGET_FILES, ofJobs(jobs)));
		const { context } = error as NodeApiError;
		expect(context.data).toMatchObject({
			jobUid: jobs[1]?.uid,
			exists: jobs.map(({ uid }) => expect.objectContaining({ jobUid: uid }) as unknown),
		});
	});
});

describe('what came of an item before the sleep', () => {
	const operation = SLEEPING_OPERATIONS['Job > Download Target File'];

	it('is neither lost nor done again', async () => {
		const quick = sandbox.createJobs({ names: ['quick.txt'], times: { exportMs: 0 } });
		const slow = sandbox.createJobs({ names: ['slow.txt'] });
		const all = [...quick, ...slow, { uid: 'nothing', projectUid: quick[0]?.projectUid ?? '' }];
		const items = all.map(({ uid, projectUid }) => ({ json: { jobUid: uid, projectUid } }));
		const { items: output } = await sleptThrough(operation, items, { continueOnFail: true });
		expect(output.map(({ binary }) => binary?.data?.fileName)).toEqual(['quick.txt', 'slow.txt', undefined]);
		expect(output[2]?.json.error).toMatchObject({ httpCode: 404 });
		const downloads = sandbox.requests().filter(({ path }) => path.includes('/downloadTargetFile/'));
		expect(downloads).toHaveLength(2);
		expect(startsOf(sandbox, operation)).toHaveLength(2);
	});

	it('is in what comes out when the time is over', async () => {
		const quick = sandbox.createJobs({ names: ['quick.txt'], times: { exportMs: 0 } });
		const slow = sandbox.createJobs({ names: ['slow.txt'], times: { exportMs: HOUR } });
		const items = [...quick, ...slow].map(({ uid, projectUid }) => ({ json: { jobUid: uid, projectUid } }));
		const run = await runNode(nodeOf(operation), asleep(operation, { items }));
		const stored = run.context.getExecuteData().data.main?.[0] ?? [];
		expect(stored.map(({ json }) => (json.wait as IDataObject).timedOut)).toEqual([false, true]);
		expect(stored[0]?.binary?.data?.fileName).toBe('quick.txt');
	});
});

describe('a node with two outputs', () => {
	const operation = SLEEPING_OPERATIONS['File Translation > Translate'];
	const split = {
		...operation.parameters,
		qualityScore: true,
		splitByQualityScore: true,
		passThreshold: 0,
		whileWaiting: 'sleep',
	};

	it('puts what goes on into Review, until the callback finds what passes', async () => {
		takes(operation, HOUR);
		const setup = setupOf(operation, split, { items: await itemsFor(operation, ['ends']) });
		const run = await runNode(nodeOf(operation), setup);
		const { context, output } = run;
		const stored = context.getExecuteData();
		expect(output.map((items) => items.length)).toEqual([0, 1]);
		expect(stored.data.main?.map((items) => items?.length)).toEqual([0, 1]);
		expect(stored.metadata).toMatchObject({ forwardAllOutputs: true });
		const woken = await wake(operation, setup, run, await callbacks(1));
		const { output: found } = await again(operation, setup, woken);
		expect(found.map((items) => items.length > 0)).toEqual([true, false]);
	});
});

describe('where the execution cannot sleep', () => {
	const operation = SLEEPING_OPERATIONS['Job > Download Target File'];

	it('keeps running, sends no callback URL, and says why', async () => {
		const items = await itemsFor(operation, ['ends']);
		takes(operation, 0);
		const setup = { ...asleep(operation, { items }), unsaved: true };
		const { context, execution, items: output } = await runNode(nodeOf(operation), setup);
		expect(execution.waitTill).toBeUndefined();
		expect(output[0]?.json.wait).toMatchObject({ mode: 'polling' });
		expect(context.hints.map(({ message }) => message)).toEqual([
			expect.stringContaining(
				'n8n can wake the executions of saved workflows only. So the node kept running',
			),
		]);
		await end();
		expect(sandbox.callbacks()).toEqual([]);
	});

	it.each<[string, object, string, string | undefined]>([
		['n8n at localhost, and Phrase on the internet', {}, 'https://cloud.memsource.com/web', "at 'localhost'"],
		['n8n at localhost, and Phrase there as well', {}, 'http://127.0.0.1:8088/web', undefined],
		['an unsaved workflow', { unsaved: true }, 'http://127.0.0.1:8088/web', 'saved workflows only'],
	])('%s', async (_, setup, phraseUrl, reason) => {
		const { context } = await executeContext(new PhraseTms(), setup);
		const why = whySleepless(
			context,
			chosenOperation(context.getNode(), tms, (name) => ({ resource: 'job', operation: 'create' })[name]),
			phraseUrl,
		);
		if (reason === undefined) expect(why).toBeUndefined();
		else expect(why).toContain(reason);
	});

	it.each([
		['1.120.31', false],
		['2.37.5', false],
		['2.39.0', true],
		['3.0.0', true],
	])('knows whether n8n with n8n-workflow %s puts out all outputs: %j', (version, all) => {
		expect(forwardsAllOutputs(version)).toBe(all);
	});

	it('is asked only where somebody is to sleep: n8n evaluates an expression for it', async () => {
		const items = await itemsFor(operation, ['ends']);
		takes(operation, 0);
		const evaluations = async (setup: RunSetup) => {
			const { context, nodeType } = await executeContext(nodeOf(operation), setup);
			const evaluate = jest.spyOn(context, 'evaluateExpression');
			await nodeType.execute?.call(context);
			return evaluate.mock.calls.filter(([expression]) => expression.includes('resumeUrl')).length;
		};
		expect(await evaluations(setupOf(operation, operation.parameters, { items }))).toBe(0);
		expect(await evaluations(asleep(operation, { items }))).toBeGreaterThan(0);
	});

	it('keeps running as the tool of an AI agent', async () => {
		const preTranslate = SLEEPING_OPERATIONS['Job > Pre-Translate'];
		const items = await itemsFor(preTranslate, ['ends']);
		takes(preTranslate, 0);
		const tool = new PhraseTms();
		tool.description = { ...tool.description, name: 'phraseTmsTool' };
		const { execution, items: output } = await runNode(tool, asleep(preTranslate, { items }));
		expect(execution.waitTill).toBeUndefined();
		expect(output[0]?.json.wait).toMatchObject({ mode: 'polling' });
	});

	it('lets the items go on when the limit is over, with all ids', async () => {
		const items = await itemsFor(operation, ['ends']);
		takes(operation, HOUR);
		const tool = asleep(operation, { items });
		const parameters = { ...tool.parameters, sleepLimit: 1, sleepLimitUnit: 'minutes' };
		const { execution, items: output } = await runNode(nodeOf(operation), {
			...tool,
			parameters,
			unsaved: true,
		});
		expect(execution.waitTill).toBeUndefined();
		expect(output[0]?.json).toMatchObject({
			...items[0]?.json,
			asyncRequestId: expect.any(String) as string,
			wait: { ended: false, timedOut: true },
		});
	}, 30_000);
});

it('the main job costs at most ten requests for one file, while each of its nodes sleeps', async () => {
	const { seed } = sandbox;
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	const steps: Array<keyof typeof SLEEPING_OPERATIONS> = [
		'Connector > Request File Download',
		'Job > Create From Connector Task',
		'Job > Download Target File',
	];
	const parameters = [{ options: {} }, { projectUid: byId(seed.project.uid) }, {}];
	let items: INodeExecutionData[] = [
		{
			json: {
				connectorId: seed.connector.id,
				folder: seed.connector.folders.docs,
				file: seed.connector.files.guide.encodedName,
			},
		},
	];
	for (const [index, name] of steps.entries()) {
		const operation: SleepingOperation = SLEEPING_OPERATIONS[name];
		const step = { ...operation, parameters: { ...operation.parameters, ...parameters[index] } };
		const before = sandbox.callbacks().length;
		takes(step, HOUR);
		const setup = asleep(step, { items });
		const run = await runNode(nodeOf(step), setup);
		expect(run.execution.waitTill).toBeDefined();
		const sent = (await callbacks(before + 1)).slice(before);
		({ items } = await again(step, setup, await wake(step, setup, run, sent)));
	}
	expect(items[0]?.binary?.data?.fileName).toBe('guide.md');
	expect(calls()).toHaveLength(10);
});

function resourcesOf({ type, parameters: { resource, operation } }: SleepingOperation) {
	const found = (type === 'phraseTms' ? tms : languageAi)[resource]?.operations[operation];
	if (found === undefined) throw new Error(`There is no ${resource} > ${operation}`);
	return found;
}
