import {
	MANUAL_TRIGGER,
	until,
	type N8nClient,
	type N8nExecution,
	type QueueMode,
	type StoredWorkflow,
} from '../../n8n';
import { PHRASE_CALLBACK_SCHEDULE_MS } from '../../sandbox';
import { phraseIn, type PhraseForTest } from '../e2e/support/credentials';
import { fileOf } from '../e2e/support/files';
import { COLLECT, WAIT, waitingWorkflow, type Changes } from '../../n8n/workflows/waitingWorkflow';
import { startQueueMode } from './support/startQueueMode';
import { DOWNLOAD, webhookWorkflow } from './support/webhookWorkflow';
import { useSandbox } from '../support/useSandbox';

/** Longer than any test takes: exports end when the test lets so much time pass in the sandbox, ms. */
const EXPORT_MS = 3_600_000;

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

/** Milliseconds for 200 executions: long enough for Phrase to call again twice, after 2 and after 4 minutes. */
const MANY_DEADLINE_MS = 480_000;

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

	test(
		'200 executions sleep in one node each and nothing is active; all end when Phrase calls back within half a minute',
		async () => {
			phrase.sandbox.configure({
				pendingLimit: null,
				callbackScheduleMs: PHRASE_CALLBACK_SCHEDULE_MS,
				callbacks: { shuffleMs: 30_000 },
			});
			const jobs = phrase.sandbox.createJobs({ count: 200 });
			const { workflow, url } = await publish('many');
			await Promise.all(
				[0, 1, 2, 3].map(async (index) => {
					for (const job of jobs.slice(index * 50, (index + 1) * 50)) await call(url, job);
				}),
			);
			const idsIn = async (status: string) => {
				const listed = await n8n.executionStatuses(workflow);
				return listed.filter((execution) => execution.status === status).map(({ id }) => id);
			};
			const all = async (status: string) => {
				let count = 0;
				return await until(
					`200 executions are in status ${status}`,
					MANY_DEADLINE_MS,
					async () => {
						const ids = await idsIn(status);
						count = ids.length;
						return count === jobs.length ? ids : undefined;
					},
					() => `${count} are`,
				);
			};

			await all('waiting');
			await until('the workers have nothing to do', DEADLINE_MS, async () => {
				const { waiting, active } = await queueMode.queue();
				return waiting + active === 0 ? true : undefined;
			});
			const statuses = await n8n.executionStatuses(workflow);
			expect(statuses.map(({ status }) => status)).toEqual(jobs.map(() => 'waiting'));
			expect(phrase.sandbox.callbacks()).toEqual([]);
			const exports = () => phrase.sandbox.counters().byOperation.completedFileV3;
			expect(exports()).toBe(jobs.length);

			phrase.sandbox.advance(EXPORT_MS);
			const called = Date.now();
			const ended = await all('success');
			process.stderr.write(`${burstReport(called)}\n`);
			const collected: string[] = [];
			for (const id of ended) {
				const execution = await n8n.ended(id);
				const [uid = ''] = execution.texts(DOWNLOAD, 'jobUid');
				expect(await fileOf(n8n, execution, DOWNLOAD)).toEqual((await phrase.sandbox.job(uid)).target);
				collected.push(uid);
			}
			expect(collected.sort()).toEqual(uidsOf(jobs).sort());
			expect(exports()).toBe(jobs.length);
			expect(phrase.sandbox.counters()).toMatchObject({
				contractViolations: 0,
				unknownMembers: 0,
				spentIdReuse: 0,
			});
		},
		2 * MANY_DEADLINE_MS,
	);

	/** One line on how a burst of callbacks went. */
	function burstReport(called: number): string {
		const statuses = new Map<string, number>();
		for (const { status, error } of phrase.sandbox.callbacks()) {
			const answer = status === undefined ? (error ?? 'none') : String(status);
			statuses.set(answer, (statuses.get(answer) ?? 0) + 1);
		}
		const answers = [...statuses].map(([answer, count]) => `${count} x ${answer}`).join(', ');
		return `${Date.now() - called} ms from the callbacks to the end of all executions; answers: ${answers}`;
	}

	/** Publishes the workflow that a webhook starts, with one job. */
	async function publish(path: string): Promise<{ workflow: StoredWorkflow; url: string }> {
		const workflow = await n8n.createWorkflow(webhookWorkflow(phrase.tms, path));
		await n8n.activate(workflow);
		return { workflow, url: `${queueMode.webhookUrl}/webhook/${path}` };
	}

	async function call(url: string, job: Job): Promise<void> {
		const headers = { 'content-type': 'application/json' };
		const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(job) });
		expect([response.status, await response.text()]).toEqual([200, expect.anything()]);
	}
});
