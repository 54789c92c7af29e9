import { setTimeout as delay } from 'node:timers/promises';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { PhraseLanguageAi } from '../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { until } from '../../n8n/until';
import {
	callWebhook,
	hashBinary,
	runNode,
	storeBinary,
	type NodeRun,
	type RunSetup,
} from '../../n8n/inProcess';
import { SLEEPING_OPERATIONS, type SleepingOperation } from '../e2e/support/sleepingOperations';
import { WAIT_OPERATIONS } from '../e2e/support/waitOperations';
import { hurry } from '../support/hurry';
import { useSandbox } from '../support/useSandbox';

const SECRET = 'a long secret of the credential';
const HOUR = 3_600_000;

hurry();

const sandbox = useSandbox();

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

const started = ({ starts }: SleepingOperation) =>
	sandbox
		.requests()
		.filter(({ method, path, status }) => starts.test(`${method} ${path}`) && (status ?? 0) < 400);

/** The callbacks that Phrase sends about all that the execution waits for. */
async function callbacks(count: number): Promise<Array<{ url: string; body: IDataObject }>> {
	await end();
	return await until(`Phrase has called back ${count} times`, 10_000, () => {
		const calls = sandbox.callbacks();
		return calls.length < count
			? undefined
			: calls.map(({ url, body }) => ({ url, body: body as IDataObject }));
	});
}

/** Hands callbacks to the webhook of a sleeping node, until one of them wakes it. */
async function wake(
	operation: SleepingOperation,
	setup: RunSetup,
	run: NodeRun,
	calls: Array<{ url: string; body: IDataObject }>,
) {
	for (const { url, body } of calls) {
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
	const works = started(operation).length;
	const woken = await wake(operation, setup, run, await callbacks(works));
	return await again(operation, setup, woken);
}

/** Members whose values differ from one start to the next. */
const OF_THE_START =
	/^(asyncRequestId|asyncRequest|id|uid|jobUid|jobUids|analysisId|analyse|downloadTaskId|fileTranslationUid|innerId|url|expiresAt|wait|date.*|about|message|description|actionId)$/;

function comparable(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(comparable);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			OF_THE_START.test(name) ? typeof member : comparable(member),
		]),
	);
}

/** What can be compared of items: members, bytes of files, pairing. */
async function shape(items: INodeExecutionData[]) {
	return await Promise.all(
		items.map(async ({ json, binary = {}, pairedItem }) => ({
			json: comparable(json),
			files: await Promise.all(
				Object.entries(binary).map(async ([name, file]) => {
					const { fileName, mimeType } = file;
					return { name, fileName, mimeType, hash: await hashBinary(file) };
				}),
			),
			pairedItem,
		})),
	);
}

it('each operation that can sleep is one of those that are tested', () => {
	const sleeping = [
		...Object.values(tms).map((resource) => ({ ...resource })),
		...Object.values(languageAi).map((resource) => ({ ...resource })),
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
		const works = started(operation).length;
		await sandbox.reset();

		const woken = await sleptThrough(operation, await itemsFor(operation, fates), more);
		expect(await shape(woken.items)).toEqual(await shape(kept.items));
		expect(started(operation)).toHaveLength(works);
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
		expect(stored).toHaveLength(started(operation).length);
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

function resourcesOf({ type, parameters: { resource, operation } }: SleepingOperation) {
	const found = (type === 'phraseTms' ? tms : languageAi)[resource]?.operations[operation];
	if (found === undefined) throw new Error(`There is no ${resource} > ${operation}`);
	return found;
}
