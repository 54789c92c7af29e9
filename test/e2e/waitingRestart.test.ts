import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureN8n, installNodes, MANUAL_TRIGGER, N8nClient, N8nServer, N8nSession, until } from '../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { sharedN8n } from './support/sharedN8n';
import { COLLECT, waitingWorkflow } from './support/waitingWorkflow';

/** A sleeping execution survives the end of the n8n that put it to sleep. */
describe('waiting by callback, with a crash in between', () => {
	let folder: string;
	let server: N8nServer | undefined;
	let phrase: PhraseForTest | undefined;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-phrase-restart-'));
	});

	afterAll(async () => {
		await server?.stop();
		await phrase?.sandbox.close();
		await rm(folder, { recursive: true, force: true });
	});

	test('n8n is killed while the execution sleeps, and started again: the callback finishes it', async () => {
		const options = {
			installation: await ensureN8n(process.env.N8N_VERSION, () => undefined),
			userFolder: join(folder, 'user'),
			logFile: sharedN8n().logFile.replace(/\.log$/, '-restart.log'),
		};
		await installNodes(sharedN8n().tarball, options.userFolder, () => undefined);
		server = await N8nServer.start(options);
		const { url } = server;
		const session = N8nSession.at(url);
		await session.setUpOwner();
		const n8n = new N8nClient(session);

		phrase = await phraseIn(n8n);
		const { sandbox } = phrase;
		sandbox.configure({ times: { exportMs: 6000 }, callbackScheduleMs: Array<number>(10).fill(10_000) });
		const jobs = sandbox.createJobs({ count: 2 });
		const id = await n8n.run(await n8n.createWorkflow(waitingWorkflow(phrase.tms, jobs)), MANUAL_TRIGGER);
		await n8n.asleep(id);
		await server.kill();
		await until('the callbacks have met nobody', 30_000, () =>
			sandbox.callbacks().filter(({ error }) => error !== undefined).length >= jobs.length ? true : undefined,
		);

		server = await N8nServer.start({ ...options, port: Number(new URL(url).port) });
		const execution = await n8n.ended(id);
		expect(execution.error).toBeUndefined();
		expect(execution.texts(COLLECT, 'jobUid')).toEqual(jobs.map(({ uid }) => uid));
		for (const [index, { uid }] of jobs.entries()) {
			expect(await fileOf(n8n, execution, COLLECT, index)).toEqual((await sandbox.job(uid)).target);
		}
	}, 300_000);
});
