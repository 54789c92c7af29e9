import { until, type N8nClient, type QueueMode, type StoredWorkflow } from '../../n8n';
import { PHRASE_CALLBACK_SCHEDULE_MS } from '../../sandbox';
import { phraseIn, type PhraseForTest } from '../e2e/support/credentials';
import { fileOf } from '../e2e/support/files';
import { useSandbox } from '../support/useSandbox';
import { startQueueMode } from './support/startQueueMode';
import { DOWNLOAD, webhookWorkflow } from '../../n8n/workflows/webhookWorkflow';

/** Exports end when the test lets so much time pass in the sandbox, ms. */
const EXPORT_MS = 3_600_000;

/** Milliseconds for what takes n8n a moment. */
const DEADLINE_MS = 60_000;

/** Milliseconds for 200 executions: long enough for Phrase to call again twice, after 2 and after 4 minutes. */
const MANY_DEADLINE_MS = 480_000;

/** n8n 2 makes a V8 isolate only for an expression, of which waking an execution needs none. */
const LAZY = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };

interface Job {
	uid: string;
	projectUid: string;
}

/** Many executions that sleep, and are woken in the same moment, in an n8n that is set up as docs/queue-mode.md says. */
describe('a burst of callbacks, in queue mode', () => {
	const sandbox = useSandbox();
	let queueMode: QueueMode;
	let n8n: N8nClient;
	let phrase: PhraseForTest;
	let stop: () => Promise<void> = async () => undefined;

	beforeAll(async () => {
		const started = await startQueueMode('burst', LAZY);
		({ queueMode, n8n, stop } = started);
		phrase = await phraseIn(n8n, sandbox);
	});

	afterAll(async () => await stop());

	test(
		'200 executions sleep in one node each and nothing is active; all end when Phrase calls back in the same moment',
		async () => {
			phrase.sandbox.configure({
				pendingLimit: null,
				callbackScheduleMs: PHRASE_CALLBACK_SCHEDULE_MS,
				times: { exportMs: EXPORT_MS },
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
			expect(collected.sort()).toEqual(jobs.map(({ uid }) => uid).sort());
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
