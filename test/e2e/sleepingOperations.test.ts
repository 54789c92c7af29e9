import { createHash } from 'node:crypto';
import type { IBinaryData, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	MANUAL_TRIGGER,
	readTemplate,
	until,
	withCredentials,
	withParameters,
	type N8nClient,
	type N8nExecution,
} from '../../n8n';
import type { Fault, LoggedRequest, Sandbox } from '../../sandbox';
import { comparedItems } from '../support/comparedItems';
import { useSandbox } from '../support/useSandbox';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { connect } from './support/sharedN8n';
import { SLEEPING_OPERATIONS, startsOf, type SleepingOperation } from './support/sleepingOperations';
import { NODE, sleepingWorkflow } from './support/sleepingWorkflow';

const SECRET = 'a long secret of the credential';

/** Work that takes so long ends when the test lets so much time pass in the sandbox, ms. */
const HOUR = 3_600_000;

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

type Name = keyof typeof SLEEPING_OPERATIONS;
type Fates = Array<'ends' | 'fails'>;

const OPERATIONS = Object.entries<SleepingOperation>(SLEEPING_OPERATIONS);

/** Those that every disturbance is tried with: a file that is exported, one that is translated, one that is uploaded. */
const DISTURBED = ['Job > Download Target File', 'File Translation > Translate', 'Job > Create'] as const;

/** Operations that start work, sleep, and collect it in one node of a real n8n. */
describe('one node that sleeps', () => {
	let n8n: N8nClient;

	beforeAll(() => {
		n8n = connect();
	});

	/** Starts a workflow with an operation. */
	async function started(
		phrase: PhraseForTest,
		operation: SleepingOperation,
		fates: Fates,
		{ parameters = {}, onError }: { parameters?: INodeParameters; onError?: 'continueRegularOutput' } = {},
	): Promise<string> {
		const credential = operation.type === 'phraseTms' ? phrase.tms : phrase.languageAi;
		const inputs = operation.inputs(phrase.sandbox, fates);
		const workflow = sleepingWorkflow(operation, credential, inputs, { parameters, onError });
		return await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER);
	}

	const hashOf = async (file: IBinaryData) =>
		createHash('sha256')
			.update(await n8n.download(file))
			.digest('hex');

	/** Lets the work of an operation take so long; of a file translation, one of the steps that follow each other. */
	const takes = (sandbox: Sandbox, { times: [first, ...others] }: SleepingOperation, ms: number) =>
		sandbox.configure({ times: { [others[0] ?? first ?? '']: ms } });

	describe('gives what it gives when it keeps running, and starts each work once', () => {
		const keptSandbox = useSandbox({ keepsState: true });
		const sleptSandbox = useSandbox({ keepsState: true });
		const fates: Fates = ['ends', 'fails', 'ends'];
		const kept = new Map<string, string>();
		const slept = new Map<string, string>();

		beforeAll(async () => {
			const onError = 'continueRegularOutput';
			const awake = await phraseIn(n8n, keptSandbox, SECRET);
			for (const [name, operation] of OPERATIONS)
				kept.set(name, await started(awake, operation, fates, { onError }));

			const asleep = await phraseIn(n8n, sleptSandbox, SECRET);
			// What comes before an operation is to end at once, and may be such an operation itself.
			const ofOthersFirst = [
				...OPERATIONS.filter(([, { before }]) => before !== undefined),
				...OPERATIONS.filter(([, { before }]) => before === undefined),
			];
			for (const [name, operation] of ofOthersFirst) {
				takes(sleptSandbox, operation, HOUR);
				const parameters = { whileWaiting: 'sleep' };
				slept.set(name, await started(asleep, operation, fates, { parameters, onError }));
				if (operation.before === undefined) continue;
				await until(`${name} has started its work`, DEADLINE_MS, () =>
					startsOf(sleptSandbox, operation).length === fates.length ? true : undefined,
				);
			}
			await Promise.all([...slept.values()].map(async (id) => await n8n.asleep(id)));
			sleptSandbox.advance(HOUR);
		}, 2 * DEADLINE_MS);

		test.each(OPERATIONS)('%s', async (name, operation) => {
			const [awake, asleep] = await Promise.all(
				[kept, slept].map(async (ids) => await n8n.ended(ids.get(name) ?? '')),
			);
			const items = asleep?.items(NODE) ?? [];
			expect(await comparedItems(items, hashOf)).toEqual(
				await comparedItems(awake?.items(NODE) ?? [], hashOf),
			);
			for (const { json } of items)
				if (!('error' in json)) expect(json.wait).toMatchObject({ mode: 'callback', callbacks: 1 });
			expect(items.filter(({ json }) => 'error' in json)).not.toEqual([]);
			expect(startsOf(sleptSandbox, operation)).toHaveLength(startsOf(keptSandbox, operation).length);
		});
	});

	describe('starts each work once', () => {
		const sandbox = useSandbox();
		let phrase: PhraseForTest;

		beforeAll(async () => {
			phrase = await phraseIn(n8n, sandbox, SECRET);
		});

		/** Which items of the input came to something. */
		const origins = (items: INodeExecutionData[]) =>
			new Set(
				items.map(({ pairedItem }) =>
					typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : undefined,
				),
			);

		/** Starts each of the operations with three items. */
		async function startedEach(ms: number): Promise<Map<string, string>> {
			const ids = new Map<string, string>();
			for (const name of DISTURBED) {
				const operation: SleepingOperation = SLEEPING_OPERATIONS[name];
				takes(sandbox, operation, ms);
				const parameters = { whileWaiting: 'sleep' };
				ids.set(name, await started(phrase, operation, ['ends', 'ends', 'ends'], { parameters }));
			}
			return ids;
		}

		/** Looks at what has come of all of them. */
		async function expectStartedOnce(ids: Map<string, string>, callbacks: number): Promise<void> {
			for (const [name, id] of ids) {
				const operation: SleepingOperation = SLEEPING_OPERATIONS[name as Name];
				const execution = await n8n.ended(id);
				expect([name, execution.error]).toEqual([name, undefined]);
				expect(execution.runs(NODE)).toBe(1);
				expect(startsOf(sandbox, operation)).toHaveLength(3);
				const items = execution.items(NODE);
				expect(origins(items)).toEqual(new Set([0, 1, 2]));
				for (const { json } of items) expect(json.wait).toMatchObject({ mode: 'callback', callbacks });
			}
		}

		test.each([
			['many callbacks, each more than once', { duplicates: 2 }],
			['callbacks in any order', { shuffleMs: 2000 }],
		])('%s', async (_, callbacks) => {
			sandbox.configure({ callbacks });
			const ids = await startedEach(HOUR);
			await Promise.all([...ids.values()].map(async (id) => await n8n.asleep(id)));
			sandbox.advance(HOUR);
			await expectStartedOnce(ids, 1);
		});

		/** The answers to the first delivery of each callback. */
		const firstAnswers = () =>
			sandbox
				.callbacks()
				.filter(({ attempt }) => attempt === 1)
				.map(({ status }) => status);

		test('callbacks while the node looks whether its work is short', async () => {
			const ids = await startedEach(1500);
			await expectStartedOnce(ids, 0);
			expect(firstAnswers()).toHaveLength(9);
			expect(firstAnswers()).not.toContain(200);
		});

		test('callbacks before n8n has stored the sleep: they come again', async () => {
			// What Phrase says of the work is on its way while the work ends.
			const slow = { slow: { headersMs: HOUR + 3000 } };
			sandbox.fault({ match: { method: 'GET', path: '/api2/v1/async$', times: 2 }, do: slow });
			sandbox.fault({ match: { method: 'GET', path: '/fileTranslations/[^/]+$', times: 3 }, do: slow });
			const ids = await startedEach(HOUR);
			await until('the nodes look', DEADLINE_MS, () =>
				sandbox.faults().every(({ match, fired }) => fired === match.times) ? true : undefined,
			);
			sandbox.advance(HOUR);
			await expectStartedOnce(ids, 1);
			expect(firstAnswers()).toHaveLength(9);
			expect(firstAnswers()).not.toContain(200);
		});

		test.each<[Name, INodeParameters, Fault]>([
			[
				'Job > Download Target File',
				{ options: { addLanguage: true } },
				{ match: { method: 'GET', path: '/jobs/[^/]+$' }, do: { status: 403 } },
			],
			[
				'File Translation > Translate',
				{},
				{ match: { method: 'GET', path: '/MT_GENERIC_PRETRANSLATE/' }, do: { status: 403 } },
			],
			['Job > Create', {}, { match: { method: 'GET', path: '/jobs/[^/]+$' }, do: { status: 403 } }],
		])('n8n’s retry after a failure of %s in the run that was woken', async (name, more, fault) => {
			const operation: SleepingOperation = SLEEPING_OPERATIONS[name];
			takes(sandbox, operation, HOUR);
			const parameters = { whileWaiting: 'sleep', ...more };
			const id = await started(phrase, operation, ['ends', 'ends'], { parameters });
			await n8n.asleep(id);
			sandbox.fault(fault);
			sandbox.advance(HOUR);
			const failed = await n8n.ended(id);
			expect([failed.status, failed.lastNode]).toEqual(['error', NODE]);
			expect(sandbox.faults().map(({ fired }) => fired > 0)).toEqual([true]);

			sandbox.clearFaults();
			const execution = await n8n.ended(await n8n.retry(id));
			expect(execution.error).toBeUndefined();
			expect(origins(execution.items(NODE))).toEqual(new Set([0, 1]));
			expect(startsOf(sandbox, operation)).toHaveLength(2);
		});
	});

	describe('costs few requests', () => {
		const sandbox = useSandbox({
			times: { connectorDownloadMs: HOUR, importMs: HOUR, exportMs: HOUR },
		});
		let phrase: PhraseForTest;

		beforeAll(async () => {
			phrase = await phraseIn(n8n, sandbox, SECRET);
		});

		const requests = () => sandbox.requests().filter(({ path }) => !/login|oauth/.test(path));

		/** Compares the target files that a node has put out with the sandbox's. */
		async function expectTargetFiles(execution: N8nExecution, node: string, count: number): Promise<void> {
			expect(execution.error).toBeUndefined();
			const uids = execution.texts(node, 'jobUid');
			expect(uids).toHaveLength(count);
			for (const [index, uid] of uids.entries())
				expect(await fileOf(n8n, execution, node, index)).toMatchObject({
					sha256: (await sandbox.job(uid)).target.sha256,
				});
			for (const { json } of execution.items(node))
				expect(json.wait).toMatchObject({ mode: 'callback', callbacks: 1 });
		}

		test('the main job, each of its nodes asleep: at most 4 nodes and 10 requests for a file', async () => {
			const credentials = [phrase.tms];
			const workflow = withCredentials(
				withParameters(
					withParameters(readTemplate('connectorAndBack'), 'Create jobs from the file', {
						targetLangs: ['de'],
					}),
					'Download the target files',
					// The language in the name of a file costs a look at the job.
					{ options: {} },
				),
				credentials,
			);
			// The main job ends with the target files; what brings them back is another one.
			workflow.nodes = workflow.nodes.filter(({ name }) => name !== 'Put the file into the repository');
			delete workflow.connections['Download the target files'];
			const ofPhrase = workflow.nodes.filter(({ type }) => type.startsWith('n8n-nodes-phrase.'));
			expect(ofPhrase.length).toBeLessThanOrEqual(4);
			const id = await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER);
			for (const name of [
				'Connector > Request File Download',
				'Job > Create From Connector Task',
				'Job > Download Target File',
			] as const) {
				await until(`${name} has started its work`, DEADLINE_MS, () =>
					startsOf(sandbox, SLEEPING_OPERATIONS[name]).length > 0 ? true : undefined,
				);
				await n8n.asleep(id);
				sandbox.advance(HOUR);
			}
			const execution = await n8n.ended(id);
			for (const { name } of ofPhrase)
				for (const { json } of execution.items(name)) expect(json.wait).toMatchObject({ callbacks: 1 });
			await expectTargetFiles(execution, 'Download the target files', 1);
			tell('The main job asleep, one file', requests());
			expect(requests().length).toBeLessThanOrEqual(10);
		});

		test('20 target files: at most 65 requests, and awake once', async () => {
			const operation: SleepingOperation = SLEEPING_OPERATIONS['Job > Download Target File'];
			const parameters = { whileWaiting: 'sleep' };
			const fates = Array<'ends'>(20).fill('ends');
			const id = await started(phrase, operation, fates, { parameters });
			await n8n.asleep(id);
			sandbox.advance(HOUR);
			const execution = await n8n.ended(id);
			await expectTargetFiles(execution, NODE, 20);
			expect(execution.runs(NODE)).toBe(1);
			tell('20 target files asleep', requests());
			expect(requests().length).toBeLessThanOrEqual(65);
		});

		function tell(what: string, made: LoggedRequest[]): void {
			const counts = new Map<string, number>();
			for (const { operationId = '?' } of made) counts.set(operationId, (counts.get(operationId) ?? 0) + 1);
			const each = [...counts].map(([operationId, count]) => `${count} x ${operationId}`).join(', ');
			process.stderr.write(`${what}: ${made.length} requests (${each})\n`);
		}
	});
});
