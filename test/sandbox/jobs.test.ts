import { createHash } from 'node:crypto';
import { encodeName } from '../../sandbox';
import {
	call,
	createJob,
	finished,
	json,
	tms,
	until,
	type AsyncRequestReply,
	type CreatedJobs,
	type Reply,
} from './client';
import { useSandbox } from '../support/useSandbox';

interface JobReply {
	uid: string;
	filename: string;
	importStatus: { status: string; errorMessage?: string };
	workflowLevel: number;
}

/** Long enough that a test sees what is still running. */
const LONG_MS = 60_000;

describe('jobs', () => {
	const sandbox = useSandbox({ provokes: true, times: { importMs: 10, exportMs: 10, preTranslateMs: 10 } });
	let project: string;

	beforeAll(async () => {
		project = sandbox.seed.project.uid;
	});

	const getJob = async (uid: string) =>
		json(await tms(sandbox, 'GET', `/v1/projects/${project}/jobs/${uid}`)) as JobReply;

	const requestTarget = async (jobUid: string) =>
		json(await tms(sandbox, 'PUT', `/v3/projects/${project}/jobs/${jobUid}/targetFile`, { json: {} })) as {
			asyncRequest: AsyncRequestReply;
			reference: unknown;
		};

	const download = (jobUid: string, id: string, query = ''): Promise<Reply> =>
		tms(sandbox, 'GET', `/v2/projects/${project}/jobs/${jobUid}/downloadTargetFile/${id}${query}`);

	it('imports an upload and translates it into a target file, whatever its name', async () => {
		const name = 'příručka – 指南.md';
		const created = json(await createJob(sandbox, name, 'Hello\n\nWorld\n')) as CreatedJobs;
		expect(created.jobs).toMatchObject([{ filename: name, targetLang: 'cs_cz' }]);
		const uid = created.jobs[0]?.uid ?? '';
		expect((await finished(sandbox, created.asyncRequest?.id ?? '')).asyncResponse).not.toHaveProperty(
			'errorCode',
		);
		expect((await getJob(uid)).importStatus).toEqual({ status: 'OK' });

		const { asyncRequest, reference } = await requestTarget(uid);
		expect(reference).toEqual({ type: 'JOB', uid });
		await finished(sandbox, asyncRequest.id);
		const target = await download(uid, asyncRequest.id);
		expect(target.text).toBe('[cs_cz] Hello\n\n[cs_cz] World\n');
		expect(target.headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
		expect(target.headers['content-length']).toBe(String(Buffer.byteLength(target.text)));
		const { target: facts } = await sandbox.job(uid);
		expect(facts.sha256).toBe(createHash('sha256').update(target.text).digest('hex'));
	});

	it('makes a job for every language and workflow step', async () => {
		const { uid, targetLangs, workflowSteps } = sandbox.seed.workflowProject;
		const reply = await tms(sandbox, 'POST', `/v1/projects/${uid}/jobs`, {
			headers: {
				'content-type': 'application/octet-stream',
				'content-disposition': 'attachment; filename="a.txt"',
				memsource: JSON.stringify({
					targetLangs,
					workflowSettings: [
						{
							id: workflowSteps[1]?.id,
							due: '2030-01-01T00:00:00Z',
							assignments: [{ targetLang: 'de', providers: [{ type: 'USER', id: '7' }] }],
						},
					],
				}),
			},
			body: 'Hello',
		});
		const { jobs } = json(reply) as CreatedJobs;
		expect(jobs).toHaveLength(targetLangs.length * 2);
		expect(jobs.find((job) => job.targetLang === 'de' && job.workflowLevel === 2)).toMatchObject({
			dateDue: '2030-01-01T00:00:00Z',
			providers: [{ type: 'USER', id: '7' }],
		});
	});

	it('takes a remote file without a name and a body of its own', async () => {
		const { localToken, files } = sandbox.seed.connector;
		const remoteFile = {
			connectorToken: localToken,
			remoteFolder: files.guide.folder,
			remoteFileName: files.guide.encodedName,
		};
		const create = (more: object) =>
			tms(sandbox, 'POST', `/v1/projects/${project}/jobs`, {
				headers: {
					'content-type': 'application/octet-stream',
					memsource: JSON.stringify({ targetLangs: ['de'], ...more }),
				},
				body: '{}',
			});
		const reply = await create({ remoteFile });
		expect(reply.status).toBe(201);
		expect((json(reply) as CreatedJobs).jobs).toMatchObject([{ filename: 'guide.md' }]);
		const nameless = await create({});
		expect(nameless.status).toBe(400);
		expect(nameless.text).toContain('Content-Disposition');
	});

	it('shows the id of a project step as a number, and takes it as a text', async () => {
		const { uid, workflowSteps } = sandbox.seed.workflowProject;
		const { projectWorkflowSteps } = json(await tms(sandbox, 'GET', `/v2/projects/${uid}/workflowSteps`)) as {
			projectWorkflowSteps: Array<{ id: number }>;
		};
		expect(projectWorkflowSteps.map(({ id }) => id)).toEqual(workflowSteps.map(({ id }) => Number(id)));
	});

	it('wraps the default import settings like all others', async () => {
		const settings = json(await tms(sandbox, 'GET', '/v1/importSettings/default')) as { uid: string };
		expect(settings).toMatchObject({ name: expect.any(String), fileImportSettings: expect.any(Object) });
		expect(json(await tms(sandbox, 'GET', `/v1/importSettings/${settings.uid}`))).toEqual(settings);
	});

	it('lists the jobs of the first workflow level unless told otherwise', async () => {
		const { uid } = sandbox.seed.workflowProject;
		const levels = async (query: string) => {
			const reply = await tms(sandbox, 'GET', `/v2/projects/${uid}/jobs${query}`);
			return (json(reply) as { content: Array<{ workflowStep: JobReply }> }).content.map(
				(job) => job.workflowStep.workflowLevel,
			);
		};
		expect(await levels('')).toEqual([1]);
		expect(await levels('?workflowLevel=2')).toEqual([2]);
		expect(await levels('?workflowLevel=3')).toEqual([]);
	});

	it.each([
		['languages that are not of the project', { targetLangs: ['xx'] }, 'targetLangs must match project'],
		[
			'two kinds of import settings',
			{ targetLangs: ['de'], importSettings: { uid: 'a' }, useProjectFileImportSettings: true },
			'exclude each other',
		],
		['workflow settings without a workflow', { targetLangs: ['de'], workflowSettings: [] }, 'no workflow'],
	])('refuses %s', async (_what, metadata, why) => {
		const reply = await createJob(sandbox, 'a.txt', 'Hello', metadata);
		expect(reply.status).toBe(400);
		expect(reply.text).toContain(why);
	});

	it('creates nothing of a file type that it cannot import, and says so', async () => {
		const reply = await createJob(sandbox, 'film.xyz', 'Hello');
		expect(reply.status).toBe(201);
		expect(json(reply)).toMatchObject({ jobs: [], unsupportedFiles: ['film.xyz'] });
	});

	it('ends an import in ERROR with its message', async () => {
		const { jobs, asyncRequest } = json(await createJob(sandbox, 'fail-import.txt', 'Hello')) as CreatedJobs;
		const { asyncResponse } = await finished(sandbox, asyncRequest?.id ?? '');
		expect(asyncResponse).toMatchObject({ errorCode: 'IMPORT_FAILED', errorDetails: [expect.anything()] });
		expect((await getJob(jobs[0]?.uid ?? '')).importStatus).toEqual({
			status: 'ERROR',
			errorMessage: asyncResponse?.errorDesc,
		});
	});

	it('counts jobs that were made twice', async () => {
		await createJob(sandbox, 'a.txt', 'Hello');
		await createJob(sandbox, 'a.txt', 'Hello, different');
		expect(sandbox.counters().duplicateJobs).toBe(0);
		await createJob(sandbox, 'a.txt', 'Hello');
		expect(sandbox.counters().duplicateJobs).toBe(1);
	});

	it('pre-translates when the import has ended, not before', async () => {
		sandbox.configure({ times: { importMs: LONG_MS } });
		const { jobs } = json(await createJob(sandbox, 'a.txt', 'Hello')) as CreatedJobs;
		const preTranslate = (uid: string | undefined) =>
			tms(sandbox, 'POST', `/v3/projects/${project}/jobs/preTranslate`, {
				json: { jobs: [{ uid }] },
			});
		const early = await preTranslate(jobs[0]?.uid);
		expect(early.status).toBe(400);
		expect(json(early)).toMatchObject({ errorCode: 'JOB_NOT_READY' });
		const late = await preTranslate(sandbox.seed.project.jobUid);
		expect(late.status).toBe(202);
		const { asyncRequest } = json(late) as { asyncRequest: AsyncRequestReply };
		expect(await finished(sandbox, asyncRequest.id)).toMatchObject({ action: 'PRE_TRANSLATE' });
	});

	it('spends an async request id when a download starts', async () => {
		const { jobUid } = sandbox.seed.project;
		const { asyncRequest } = await requestTarget(jobUid);
		await finished(sandbox, asyncRequest.id);
		expect((await download(jobUid, asyncRequest.id)).status).toBe(200);
		expect(sandbox.counters().spentIdReuse).toBe(0);
		expect((await download(jobUid, asyncRequest.id)).status).toBe(410);
		expect(sandbox.counters().spentIdReuse).toBe(1);
	});

	it('does not spend an id that is not ready, is of another job, or failed', async () => {
		sandbox.configure({ times: { exportMs: LONG_MS } });
		const { jobUid, nonAsciiJobUid } = sandbox.seed.project;
		const { asyncRequest } = await requestTarget(jobUid);
		expect((await download(jobUid, asyncRequest.id)).status).toBe(400);
		expect((await download(nonAsciiJobUid, asyncRequest.id)).status).toBe(400);
		const [failing] = sandbox.createJobs({ names: ['fail-export.txt'], times: { exportMs: 0 } });
		const { asyncRequest: failed } = await requestTarget(failing?.uid ?? '');
		expect((await finished(sandbox, failed.id)).asyncResponse?.errorCode).toBe('EXPORT_FAILED');
		expect((await download(failing?.uid ?? '', failed.id)).status).toBe(400);
		expect(sandbox.counters().spentIdReuse).toBe(0);
	});

	it('downloads in another format', async () => {
		const { jobUid } = sandbox.seed.project;
		const { asyncRequest } = await requestTarget(jobUid);
		await finished(sandbox, asyncRequest.id);
		const pdf = await download(jobUid, asyncRequest.id, '?format=PDF');
		expect(pdf.text).toMatch(/^%PDF/);
		expect(pdf.headers['content-disposition']).toContain('guide.pdf');
	});

	it('limits and lists pending requests', async () => {
		sandbox.configure({ pendingLimit: 2, times: { exportMs: LONG_MS } });
		const { jobUid } = sandbox.seed.project;
		const put = () => tms(sandbox, 'PUT', `/v2/projects/${project}/jobs/${jobUid}/targetFile`);
		expect([(await put()).status, (await put()).status, (await put()).status]).toEqual([202, 202, 429]);
		expect(json(await tms(sandbox, 'GET', '/v1/async/status'))).toEqual({
			concurrentRequests: { limit: 2, count: 2 },
		});
		expect(json(await tms(sandbox, 'GET', '/v1/async?pageSize=1'))).toMatchObject({
			totalElements: 2,
			numberOfElements: 1,
			content: [{ asyncResponse: null }],
		});
	});

	it('finds jobs by uid and filters lists', async () => {
		const { jobUid, nonAsciiJobUid } = sandbox.seed.project;
		const found = await tms(sandbox, 'POST', `/v1/projects/${project}/jobs/search`, {
			json: { jobs: [{ uid: nonAsciiJobUid }, { uid: jobUid }] },
		});
		expect((json(found) as { jobs: JobReply[] }).jobs.map(({ uid }) => uid)).toEqual([
			nonAsciiJobUid,
			jobUid,
		]);
		const byName = await tms(
			sandbox,
			'GET',
			`/v2/projects/${project}/jobs?filename=GUIDE&targetLang=cs_cz&status=NEW`,
		);
		expect((json(byName) as { content: JobReply[] }).content.map(({ uid }) => uid)).toEqual([jobUid]);
	});

	it('makes many ready jobs over the control endpoint, with names, sizes and times of their own', async () => {
		const reply = await call('POST', `${sandbox.url}/_sandbox/jobs`, {
			json: { names: ['指南.bin', 'b.bin'], sizeBytes: 3_000_000, times: { exportMs: LONG_MS } },
		});
		const jobs = json(reply) as JobReply[];
		expect(jobs.map(({ filename }) => filename)).toEqual(['指南.bin', 'b.bin']);
		const facts = await call('GET', `${sandbox.url}/_sandbox/jobs/${jobs[0]?.uid}`);
		expect(json(facts)).toMatchObject({ importStatus: 'OK', target: { name: '指南.bin', size: 3_000_000 } });
		const { asyncRequest } = await requestTarget(jobs[0]?.uid ?? '');
		const other = await requestTarget(sandbox.seed.project.jobUid);
		await finished(sandbox, other.asyncRequest.id);
		expect(json(await tms(sandbox, 'GET', `/v1/async/${asyncRequest.id}`))).toMatchObject({
			asyncResponse: null,
		});
	});

	it('goes through the connector: folder, download task, job', async () => {
		const { id, files } = sandbox.seed.connector;
		const { guide, failing } = files;
		const path = `/v2/connectors/${id}/folders/${guide.folder}/files`;
		const folder = await tms(
			sandbox,
			'GET',
			`/v1/connectors/${id}/folders/${guide.folder}?fileType=FILES_ONLY`,
		);
		expect(folder.text).toContain(`"encodedName":"${files.nonAscii.encodedName}"`);

		sandbox.configure({ times: { connectorDownloadMs: LONG_MS } });
		const running = json(await tms(sandbox, 'POST', `${path}/${guide.encodedName}`, { json: {} })) as {
			id: string;
		};
		const early = await tms(sandbox, 'GET', `${path}/${guide.encodedName}/tasks/${running.id}`);
		expect(early.status).toBe(400);
		expect(json(early)).toMatchObject({ errors: [{ code: 'TASK_NOT_FINISHED' }] });
		const target = { json: { targetLangs: ['cs_cz', 'de'] } };
		const tooEarly = await tms(
			sandbox,
			'POST',
			`/v1/projects/${project}/jobs/connectorTask?downloadTaskId=${running.id}`,
			target,
		);
		expect(tooEarly.status).toBe(400);

		sandbox.configure({ times: { connectorDownloadMs: 0 } });
		const task = json(
			await tms(sandbox, 'POST', `${path}/${guide.encodedName}`, {
				json: { callbackUrl: 'http://127.0.0.1:1/' },
			}),
		) as { id: string; action: string };
		expect(task.action).toBe('API_DOWNLOAD');
		const bytes = await until(
			() => tms(sandbox, 'GET', `${path}/${guide.encodedName}/tasks/${task.id}`),
			({ status }) => status === 200,
		);
		expect(bytes.text).toContain('# Guide');
		const jobs = await tms(
			sandbox,
			'POST',
			`/v1/projects/${project}/jobs/connectorTask?downloadTaskId=${task.id}`,
			target,
		);
		expect((json(jobs) as CreatedJobs).jobs.map(({ targetLang }) => targetLang)).toEqual(['cs_cz', 'de']);

		await tms(sandbox, 'POST', `${path}/${failing.encodedName}`, { json: {} });
		await tms(sandbox, 'POST', `${path}/${encodeName('fail-convert.txt')}`, { json: {} });
		const tasks = await until(
			async () =>
				json(
					await tms(
						sandbox,
						'GET',
						`/v1/connectorAsyncTasks?projectUid=${project}&taskType=DOWNLOAD&pageSize=1000`,
					),
				) as { errorCount: number; successCount: number; content: Array<{ status: string }> },
			({ errorCount }) => errorCount === 2,
		);
		expect(tasks.successCount).toBe(1);
		expect(tasks.content.map(({ status }) => status)).toEqual(['NEW', 'SUCCESS', 'ERROR', 'CONVERTER_ERROR']);
	});
});
