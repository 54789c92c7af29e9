import { MANUAL_TRIGGER, until } from '../../n8n';
import { phraseIn } from './support/credentials';
import { fileOf } from './support/files';
import { OwnN8n } from './support/ownN8n';
import { SLEEPING_OPERATIONS, startsOf, type SleepingOperation } from './support/sleepingOperations';
import { NODE, sleepingWorkflow } from './support/sleepingWorkflow';
import { COLLECT, waitingWorkflow } from '../../n8n/workflows/waitingWorkflow';
import { useSandbox } from '../support/useSandbox';

const HOUR = 3_600_000;

const {
	'Job > Download Target File': DOWNLOAD,
	'File Translation > Translate': TRANSLATE,
	'Job > Create': CREATE,
} = SLEEPING_OPERATIONS;

const OPERATIONS = Object.entries<SleepingOperation>({ DOWNLOAD, TRANSLATE, CREATE });

/** A sleeping execution survives the end of the n8n that put it to sleep. */
describe('waiting by callback, with a crash in between', () => {
	const sandbox = useSandbox();
	let own: OwnN8n | undefined;

	afterAll(async () => {
		await own?.remove();
	});

	test('n8n is killed while the execution sleeps, and started again: the callback finishes it', async () => {
		const started = await OwnN8n.start('waiting-restart');
		({ own } = started);
		const { n8n } = started;

		const phrase = await phraseIn(n8n, sandbox);
		sandbox.configure({
			times: { exportMs: HOUR, importMs: HOUR, mtMs: HOUR },
			callbackScheduleMs: Array<number>(10).fill(10_000),
		});
		const jobs = sandbox.createJobs({ count: 2 });
		const id = await n8n.run(await n8n.createWorkflow(waitingWorkflow(phrase.tms, jobs)), MANUAL_TRIGGER);
		const inOneNode = new Map<string, string>();
		for (const [name, operation] of OPERATIONS) {
			const credential = operation.type === 'phraseTms' ? phrase.tms : phrase.languageAi;
			const inputs = operation.inputs(sandbox, ['ends', 'ends']);
			const workflow = sleepingWorkflow(operation, credential, inputs, {
				parameters: { whileWaiting: 'sleep' },
			});
			inOneNode.set(name, await n8n.run(await n8n.createWorkflow(workflow), MANUAL_TRIGGER));
		}
		await Promise.all([id, ...inOneNode.values()].map(async (one) => await n8n.asleep(one)));
		await own.kill();
		sandbox.advance(HOUR);
		const count = 2 * (1 + inOneNode.size);
		await until('the callbacks have met nobody', 30_000, () =>
			sandbox.callbacks().filter(({ error }) => error !== undefined).length >= count ? true : undefined,
		);

		await own.run();
		/** n8n 1 may take sleeping executions for crashed when it starts again; a callback wakes them all the same. */
		const woken = async (sleeper: string) =>
			await until(`a callback has woken execution ${sleeper}`, 120_000, async () => {
				const ended = await n8n.ended(sleeper);
				return ended.status === 'crashed' ? undefined : ended;
			});
		const execution = await woken(id);
		expect(execution.error).toBeUndefined();
		expect(execution.texts(COLLECT, 'jobUid')).toEqual(jobs.map(({ uid }) => uid));
		for (const [index, { uid }] of jobs.entries()) {
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await sandbox.job(uid)).target);
		}
		for (const [name, sleeper] of inOneNode) {
			const inNode = await woken(sleeper);
			expect([name, inNode.error]).toEqual([name, undefined]);
			for (const { json } of inNode.items(NODE)) expect(json.wait).toMatchObject({ callbacks: 1 });
		}
		// Two by the chain, and two by each of the others.
		expect(startsOf(sandbox, DOWNLOAD)).toHaveLength(4);
		expect(startsOf(sandbox, TRANSLATE)).toHaveLength(2);
		expect(startsOf(sandbox, CREATE)).toHaveLength(2);
	}, 300_000);
});
