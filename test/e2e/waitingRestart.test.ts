import { MANUAL_TRIGGER, until } from '../../n8n';
import { phraseIn } from './support/credentials';
import { fileOf } from './support/files';
import { OwnN8n } from './support/ownN8n';
import { COLLECT, waitingWorkflow } from '../../n8n/workflows/waitingWorkflow';
import { useSandbox } from '../support/useSandbox';

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
		sandbox.configure({ times: { exportMs: 6000 }, callbackScheduleMs: Array<number>(10).fill(10_000) });
		const jobs = sandbox.createJobs({ count: 2 });
		const id = await n8n.run(await n8n.createWorkflow(waitingWorkflow(phrase.tms, jobs)), MANUAL_TRIGGER);
		await n8n.asleep(id);
		await own.kill();
		await until('the callbacks have met nobody', 30_000, () =>
			sandbox.callbacks().filter(({ error }) => error !== undefined).length >= jobs.length ? true : undefined,
		);

		await own.run();
		const execution = await n8n.ended(id);
		expect(execution.error).toBeUndefined();
		expect(execution.texts(COLLECT, 'jobUid')).toEqual(jobs.map(({ uid }) => uid));
		for (const [index, { uid }] of jobs.entries()) {
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await sandbox.job(uid)).target);
		}
	}, 300_000);
});
