import { MANUAL_TRIGGER, type N8nClient, type N8nExecution, type QueueMode } from '../../n8n';
import { phraseIn, type PhraseForTest } from '../e2e/support/credentials';
import { fileOf } from '../e2e/support/files';
import { COLLECT, WAIT, waitingWorkflow, type Changes } from '../../n8n/workflows/waitingWorkflow';
import { startQueueMode } from './support/startQueueMode';
import { useSandbox } from '../support/useSandbox';

/** Longer than any test takes: exports end when the test lets so much time pass in the sandbox, ms. */
const EXPORT_MS = 3_600_000;

interface Job {
	uid: string;
	projectUid: string;
}

/** Executions that sleep, in a whole n8n in queue mode: they belong to no process, and hold none. */
describe('waiting by callback, in queue mode', () => {
	const sandbox = useSandbox();
	let queueMode: QueueMode;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	/** What has been started is stopped, even when what comes after it did not start. */
	const stops: Array<() => Promise<void>> = [];

	beforeAll(async () => {
		const started = await startQueueMode('waiting');
		stops.push(started.stop);
		({ queueMode, n8n } = started);
		phrase = await phraseIn(n8n, sandbox);
	});

	afterAll(async () => {
		for (const stop of stops.reverse()) await stop();
	});

	beforeEach(async () => {
		phrase.sandbox.configure({ times: { exportMs: EXPORT_MS } });
	});

	const uidsOf = (jobs: Job[]) => jobs.map(({ uid }) => uid);

	async function started(jobs: Job[], changes?: Changes): Promise<string> {
		const workflow = await n8n.createWorkflow(waitingWorkflow(phrase.tms, jobs, changes));
		return await n8n.run(workflow, MANUAL_TRIGGER);
	}

	async function expectTargetFiles(execution: N8nExecution, uids: string[]): Promise<void> {
		expect(execution.error).toBeUndefined();
		expect(execution.items(COLLECT).map(({ json }) => json.jobUid)).toEqual(uids);
		for (const [index, uid] of uids.entries()) {
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await phrase.sandbox.job(uid)).target);
		}
	}

	test.each([1, 20])(
		'%i in three nodes: callbacks in any order and more than once wake it once',
		async (count) => {
			phrase.sandbox.configure({ callbacks: { shuffleMs: 2000, duplicates: 2 } });
			const jobs = phrase.sandbox.createJobs({ count });
			const id = await started(jobs);
			await n8n.asleep(id);
			phrase.sandbox.advance(EXPORT_MS);
			const execution = await n8n.ended(id);
			await expectTargetFiles(execution, uidsOf(jobs));
			expect(execution.runs(WAIT)).toBe(1);
			expect(execution.items(WAIT).map(({ json }) => json.wait)).toEqual(
				jobs.map(() => expect.objectContaining({ mode: 'callback', ended: true, callbacks: 1 }) as unknown),
			);
			expect(phrase.sandbox.counters()).toMatchObject({
				contractViolations: 0,
				unknownMembers: 0,
				spentIdReuse: 0,
			});
		},
	);

	test('main and workers are killed while an execution sleeps, and started again: the callback finishes it', async () => {
		const jobs = phrase.sandbox.createJobs({ count: 2 });
		const id = await started(jobs);
		await n8n.asleep(id);
		const killed = ['main', 'worker-1', 'worker-2'] as const;
		await queueMode.killProcesses(killed);
		await queueMode.startProcesses(killed);
		await n8n.asleep(id);
		phrase.sandbox.advance(EXPORT_MS);
		await expectTargetFiles(await n8n.ended(id), uidsOf(jobs));
	});

	test('a failed export is an item with Continue On Fail, and the other 19 succeed', async () => {
		phrase.sandbox.configure({ callbacks: { shuffleMs: 500 } });
		const bad = 7;
		const names = Array.from({ length: 20 }, (_, index) =>
			index === bad ? 'fail-export.txt' : `file-${index}.txt`,
		);
		const jobs = phrase.sandbox.createJobs({ names });
		const onError = 'continueRegularOutput';
		const id = await started(jobs, { [WAIT]: { onError }, [COLLECT]: { onError } });
		await n8n.asleep(id);
		phrase.sandbox.advance(EXPORT_MS);
		const execution = await n8n.ended(id);

		expect(execution.error).toBeUndefined();
		expect(execution.items(WAIT).map(({ json }) => 'error' in json)).toEqual(
			names.map((_, index) => index === bad),
		);
		expect(execution.items(WAIT)[bad]?.json.error).toMatchObject({
			errorCode: 'EXPORT_FAILED',
			description: expect.stringMatching(/could not be made[^]*Look at segment 12/) as unknown,
		});
		const good = uidsOf(jobs).map((uid, index) => (index === bad ? undefined : uid));
		expect(execution.items(COLLECT).map(({ json }) => json.jobUid)).toEqual(good);
		for (const [index, uid] of good.entries()) {
			if (uid === undefined) continue;
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await phrase.sandbox.job(uid)).target);
		}
	});
});
