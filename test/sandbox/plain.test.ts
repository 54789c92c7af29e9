import {
	createJob,
	finished,
	json,
	startReceiver,
	tms,
	until,
	type AsyncRequestReply,
	type Reply,
} from './client';
import { useSandbox } from '../support/useSandbox';

interface Item {
	uid: string;
	id: string;
	name: string;
	[member: string]: unknown;
}

const EXAMPLE = 'x-sandbox-example';

function item(reply: Reply): Item {
	return json(reply) as Item;
}

function content(reply: Reply): Item[] {
	return (json(reply) as { content: Item[] }).content;
}

describe('a plain resource', () => {
	const sandbox = useSandbox();

	it('is created, listed, got, updated and removed', async () => {
		const before = content(await tms(sandbox, 'GET', '/v1/costCenters'));
		const made = item(await tms(sandbox, 'POST', '/v1/costCenters', { json: { name: 'Marketing' } }));
		expect(made).toMatchObject({ name: 'Marketing', createdBy: { uid: sandbox.seed.user.uid } });
		expect(content(await tms(sandbox, 'GET', '/v1/costCenters'))).toEqual([...before, made]);

		const path = `/v1/costCenters/${made.uid}`;
		expect(item(await tms(sandbox, 'PUT', path, { json: { name: 'Sales' } }))).toEqual({
			...made,
			name: 'Sales',
		});
		expect(item(await tms(sandbox, 'GET', path)).name).toBe('Sales');
		expect((await tms(sandbox, 'DELETE', path)).status).toBe(204);
		for (const method of ['GET', 'DELETE']) expect((await tms(sandbox, method, path)).status).toBe(404);
		expect(content(await tms(sandbox, 'GET', '/v1/costCenters'))).toEqual(before);
	});

	it('is found by its name, by what it belongs to, and page by page', async () => {
		const named = content(await tms(sandbox, 'GET', '/v1/clients?name=client%20a'));
		expect(named.map(({ uid }) => uid)).toEqual([sandbox.seed.client.uid]);
		expect(content(await tms(sandbox, 'GET', '/v1/clients?createdBy=nobody'))).toEqual([]);
		expect(json(await tms(sandbox, 'GET', '/v1/clients?pageSize=50&pageNumber=1'))).toMatchObject({
			totalElements: sandbox.seed.totals.clients,
			numberOfElements: 10,
		});
		const memories = content(await tms(sandbox, 'GET', '/v1/transMemories?targetLang=cs_cz&sourceLang=en'));
		expect(memories).toHaveLength(50);
		expect(memories.every(({ targetLangs }) => (targetLangs as string[]).includes('cs_cz'))).toBe(true);
	});

	it('keeps what an answer knows of it, in every version and view', async () => {
		const settings = { name: 'Mine', fileImportSettings: { json: { htmlSubFilter: true } } };
		const made = item(await tms(sandbox, 'POST', '/v1/importSettings', { json: settings }));
		expect(item(await tms(sandbox, 'GET', `/v1/importSettings/${made.uid}`))).toMatchObject(settings);
		const [listed] = content(await tms(sandbox, 'GET', '/v1/importSettings?name=mine'));
		expect(listed).toMatchObject({ uid: made.uid, name: 'Mine' });
		expect(listed).not.toHaveProperty('fileImportSettings');
	});

	it('begins with one example where the seed says nothing, in each thing around it', async () => {
		const { uid } = sandbox.seed.plain;
		const [first] = content(await tms(sandbox, 'GET', '/v1/termBases'));
		expect(first).toMatchObject({ uid });
		const terms = `/v1/termBases/${uid}/terms`;
		const term = { text: 'cat', lang: 'en' };
		const made = item(await tms(sandbox, 'POST', terms, { json: term }));
		expect(item(await tms(sandbox, 'GET', `${terms}/${made.id}`))).toMatchObject(term);
		expect((await tms(sandbox, 'GET', `/v1/termBases/nowhere/terms/${made.id}`)).status).toBe(404);
	});

	it('may be the only one at its path', async () => {
		const path = `/v1/projects/${sandbox.seed.project.uid}/fileNamingSettings`;
		await tms(sandbox, 'PUT', path, { json: { renameCompleted: true, completedFilePattern: '{fileName}' } });
		expect(json(await tms(sandbox, 'GET', path))).toMatchObject({ renameCompleted: true });
		const other = `/v1/projects/${sandbox.seed.workflowProject.uid}/fileNamingSettings`;
		expect(json(await tms(sandbox, 'GET', other))).toMatchObject({ renameCompleted: false });
	});

	it('is made of a file', async () => {
		const made = await tms(sandbox, 'POST', '/v1/files', {
			headers: {
				'content-type': 'application/octet-stream',
				'content-disposition': "filename*=UTF-8''%C3%A9.txt",
			},
			body: 'Hello',
		});
		expect(json(made)).toMatchObject({ name: 'é.txt', size: 5 });
	});

	it('is gone after a reset', async () => {
		const made = item(await tms(sandbox, 'POST', '/v1/clients', { json: { name: 'New' } }));
		await tms(sandbox, 'PUT', `/v1/clients/${sandbox.seed.client.uid}`, { json: { name: 'Renamed' } });
		await sandbox.reset();
		expect((await tms(sandbox, 'GET', `/v1/clients/${made.uid}`)).status).toBe(404);
		const { client } = sandbox.seed;
		expect(item(await tms(sandbox, 'GET', `/v1/clients/${client.uid}`)).name).toBe(client.name);
	});

	it('is never marked as an example', async () => {
		expect((await tms(sandbox, 'GET', '/v1/clients')).headers).not.toHaveProperty(EXAMPLE);
	});
});

describe('what has no behavior of its own', () => {
	const sandbox = useSandbox({ provokes: true });

	it('answers with an example that says that it is one', async () => {
		const reply = await tms(sandbox, 'GET', `/v1/projects/${sandbox.seed.project.uid}/quotes`);
		expect(reply).toMatchObject({ status: 200, headers: { [EXAMPLE]: 'true' } });
		expect(content(reply)).toHaveLength(1);
		const nothing = await tms(sandbox, 'POST', '/v1/auth/logout');
		expect(nothing).toMatchObject({ status: 204, text: '', headers: { [EXAMPLE]: 'true' } });
	});

	it('answers with a small file that has a name', async () => {
		const { uid } = sandbox.seed.plain;
		const reply = await tms(sandbox, 'GET', `/v1/termBases/${uid}/export?format=XLSX`);
		expect(reply.headers).toMatchObject({
			'content-disposition': 'attachment; filename="example.xlsx"',
			[EXAMPLE]: 'true',
		});
		expect(reply.text).not.toBe('');
	});

	it.each([
		['a project', '/v1/projects/nowhere/quotes'],
		['a job', '/v1/jobs/nowhere/conversations'],
		['a plain resource', '/v1/termBases/nowhere/export'],
	])('is not found within %s that there is not', async (_what, path) => {
		expect((await tms(sandbox, 'GET', path)).status).toBe(404);
	});

	it('starts an asynchronous request that ends, and calls back', async () => {
		const receiver = await startReceiver();
		try {
			const { project } = sandbox.seed;
			const path = `/v1/projects/${project.uid}/jobs/humanTranslate`;
			const jobs = [{ uid: project.jobUid }];
			const said = { jobs, humanTranslateSettings: { id: '1' }, callbackUrl: receiver.url };
			const reply = await tms(sandbox, 'POST', path, { json: said });
			expect(reply.headers).toMatchObject({ [EXAMPLE]: 'true' });
			const { asyncRequest } = json(reply) as { asyncRequest: AsyncRequestReply };
			expect(asyncRequest.asyncResponse).toBeNull();
			const ended = await finished(sandbox, asyncRequest.id);
			expect(ended).toMatchObject({ action: expect.any(String) as string });
			expect(ended.asyncResponse).not.toHaveProperty('errorCode');
			await until(
				() => receiver.received.length,
				(length) => length > 0,
			);
			expect(receiver.received).toMatchObject([{ asyncRequest: { id: asyncRequest.id } }]);
		} finally {
			await receiver.close();
		}
	});

	it('spends an id that works once', async () => {
		const memories = { uids: [sandbox.seed.transMemory.uid] };
		const reply = await tms(sandbox, 'POST', '/v1/transMemories/extractCleaned', { json: memories });
		const { asyncRequest } = json(reply) as { asyncRequest: AsyncRequestReply };
		await finished(sandbox, asyncRequest.id);
		const download = `/v1/transMemories/downloadCleaned/${asyncRequest.id}`;
		expect((await tms(sandbox, 'GET', download)).status).toBe(200);
		expect((await tms(sandbox, 'GET', download)).status).toBe(410);
		expect(sandbox.counters().spentIdReuse).toBe(1);
	});

	it('starts as many asynchronous requests as its answer has, with and without a wrapper', async () => {
		const jobs = [{ uid: sandbox.seed.project.jobUid }];
		const path = `/v1/projects/${sandbox.seed.project.uid}/jobs/evaluateQuality`;
		const bare = json(await tms(sandbox, 'POST', path, { json: { jobs } })) as AsyncRequestReply;
		expect(await finished(sandbox, bare.id)).toMatchObject({ action: 'QP_EVALUATION' });
		const analyses = json(
			await tms(sandbox, 'POST', '/v1/analyses/recalculate', { json: { analyses: [{ id: '1' }] } }),
		) as { analyses: Array<{ asyncRequest: AsyncRequestReply }> };
		const ids = analyses.analyses.map(({ asyncRequest }) => asyncRequest.id);
		expect(await finished(sandbox, ids[0] ?? '')).toMatchObject({ action: 'POST_ANALYSE' });
	});

	it('takes a file of any size without keeping it', async () => {
		const { jobs } = json(await createJob(sandbox, 'a.txt', 'Hello')) as { jobs: Item[] };
		const reply = await tms(sandbox, 'POST', `/v1/projects/${sandbox.seed.project.uid}/jobs/target`, {
			headers: {
				'content-type': 'application/octet-stream',
				'content-disposition': "filename*=UTF-8''a.txt",
				memsource: JSON.stringify({ jobs: jobs.map(({ uid }) => ({ uid })) }),
			},
			body: Buffer.alloc(3 * 1024 * 1024),
		});
		expect(reply.status).toBe(200);
	});
});

describe('an upload to a connector', () => {
	const sandbox = useSandbox();

	it('is a task, after which the folder has the file', async () => {
		const { id, folders } = sandbox.seed.connector;
		const form = new FormData();
		form.append('file', new Blob(['Hello'], { type: 'application/octet-stream' }), 'new.txt');
		const reply = await fetch(
			`${sandbox.tmsUrl}/api2/v2/connectors/${id}/folders/${folders.docs}/files/new.txt/upload`,
			{
				method: 'POST',
				headers: {
					authorization: 'ApiToken sandbox-api-token',
					memsource: JSON.stringify({ commitMessage: 'New', subfolderName: '' }),
				},
				body: form,
			},
		);
		expect(await reply.json()).toMatchObject({ fileName: 'new.txt', action: 'API_UPLOAD' });
		const { uid } = sandbox.seed.project;
		await until(
			async () =>
				json(await tms(sandbox, 'GET', `/v1/connectorAsyncTasks?projectUid=${uid}&taskType=UPLOAD`)),
			(tasks) => (tasks as { successCount: number }).successCount === 1,
		);
		const { files } = json(await tms(sandbox, 'GET', `/v1/connectors/${id}/folders/${folders.docs}`)) as {
			files: Item[];
		};
		expect(files.map(({ name }) => name)).toContain('new.txt');
	});
});
