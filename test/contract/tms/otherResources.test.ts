import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { hashBinary, loadOptions, searchList } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { PhraseTmsTrigger } from '../../../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** Starts an export and gives the id of its asynchronous request. */
async function startExport(): Promise<string> {
	const { uid, jobUid } = sandbox.seed.project;
	const { items } = await runTms(sandbox, {
		resource: 'job',
		operation: 'requestTargetFile',
		projectUid: byId(uid),
		jobUid: byId(jobUid),
	});
	return String(items[0]?.json.asyncRequestId);
}

describe('asyncRequest', () => {
	it('get shows what still runs', async () => {
		sandbox.configure({ times: { exportMs: 60_000 } });
		const asyncRequestId = await startExport();
		const { items } = await runTms(sandbox, { resource: 'asyncRequest', operation: 'get', asyncRequestId });
		expect(items[0]?.json).toMatchObject({ id: asyncRequestId, asyncResponse: null });
	});

	it('wait ends when the request has', async () => {
		const asyncRequestId = await startExport();
		const { items } = await runTms(sandbox, { resource: 'asyncRequest', operation: 'wait', asyncRequestId });
		expect(items[0]?.json).toMatchObject({ id: asyncRequestId, asyncResponse: expect.anything() });
	});

	it('wait gives up at the time limit, and says what to do', async () => {
		sandbox.configure({ times: { exportMs: 60_000 } });
		const asyncRequestId = await startExport();
		const error = await thrownBy(
			runTms(sandbox, {
				resource: 'asyncRequest',
				operation: 'wait',
				asyncRequestId,
				options: { timeLimit: 0.01 },
			}),
		);
		expect((error as NodeApiError).message).toContain(`${asyncRequestId} is still running`);
		expect((error as NodeApiError).description).toContain('Time Limit');
	});

	it('getManyPending and getLimits count what runs', async () => {
		sandbox.configure({ times: { exportMs: 60_000 }, pendingLimit: 150 });
		const ids = [await startExport(), await startExport()];
		const pending = await runTms(sandbox, { resource: 'asyncRequest', operation: 'getManyPending' });
		expect(pending.items.map(({ json }) => json.id).sort()).toEqual([...ids].sort());
		const limits = await runTms(sandbox, { resource: 'asyncRequest', operation: 'getLimits' });
		expect(limits.items[0]?.json).toEqual({ concurrentRequests: { limit: 150, count: 2 } });
	});
});

describe('connector', () => {
	it('getMany and get read connectors', async () => {
		const { id, name } = sandbox.seed.connector;
		const { items } = await runTms(sandbox, { resource: 'connector', operation: 'getMany', returnAll: true });
		expect(items.map(({ json }) => json.name)).toContain(name);
		const one = await runTms(sandbox, { resource: 'connector', operation: 'get', connectorId: byId(id) });
		expect(one.items[0]?.json).toMatchObject({ id, name, localToken: expect.any(String) });
	});

	it('listContent shows the root folder and folders below it', async () => {
		const { id, folders, files } = sandbox.seed.connector;
		const list = { resource: 'connector', operation: 'listContent', connectorId: byId(id), returnAll: true };
		const root = await runTms(sandbox, list);
		expect(root.items.map(({ json }) => json.name)).toContain('docs');
		const docs = await runTms(sandbox, {
			...list,
			folder: folders.docs,
			options: { fileType: 'FILES_ONLY' },
		});
		expect(docs.items.map(({ json }) => json)).toContainEqual(
			expect.objectContaining({
				connectorId: id,
				folder: folders.docs,
				name: files.nonAscii.name,
				encodedName: files.nonAscii.encodedName,
			}),
		);
	});

	it('requestFileDownload waits for the file, and downloadPreparedFile collects it', async () => {
		const { id, files } = sandbox.seed.connector;
		const { folder, encodedName: file, name } = files.guide;
		const requested = await runTms(sandbox, {
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId(id),
			folder,
			file,
		});
		const { items } = await runTms(
			sandbox,
			{
				resource: 'connector',
				operation: 'downloadPreparedFile',
				connectorId: '={{ $json.connectorId }}',
				folder: '={{ $json.folder }}',
				file: '={{ $json.file }}',
				downloadTaskId: '={{ $json.downloadTaskId }}',
			},
			{ items: requested.items },
		);
		expect(items[0]?.binary?.data).toMatchObject({ fileName: name });
		expect(await hashBinary(items[0]?.binary?.data)).toMatch(/^[0-9a-f]{64}$/);
	});

	it('requestFileDownload goes on at once when it is not to wait', async () => {
		sandbox.configure({ times: { connectorDownloadMs: 60_000 } });
		const { id, files } = sandbox.seed.connector;
		const { items } = await runTms(sandbox, {
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId(id),
			folder: files.guide.folder,
			file: files.guide.encodedName,
			waitForCompletion: false,
		});
		expect(items[0]?.json).toMatchObject({ downloadTaskId: expect.any(String), fileName: 'guide.md' });
	});

	it('getTasks lists what connectors did for a project', async () => {
		const { items } = await runTms(sandbox, {
			resource: 'connector',
			operation: 'getTasks',
			projectUid: byId(sandbox.seed.project.uid),
			options: { taskType: ['DOWNLOAD', 'UPLOAD'] },
		});
		expect(items).toEqual([]);
		const [request] = sandbox.requests().filter(({ path }) => path.endsWith('/connectorAsyncTasks'));
		expect(request?.query).toMatch(/taskType=DOWNLOAD&taskType=UPLOAD/);
	});
});

describe('project', () => {
	it('getMany returns all pages', async () => {
		const { items } = await runTms(sandbox, {
			resource: 'project',
			operation: 'getMany',
			returnAll: true,
			filters: { includeArchived: true },
		});
		expect(new Set(items.map(({ json }) => json.projectUid)).size).toBe(sandbox.seed.totals.projects);
	});

	it('getMany filters by name', async () => {
		const { name, uid } = sandbox.seed.workflowProject;
		const { items } = await runTms(sandbox, { resource: 'project', operation: 'getMany', filters: { name } });
		expect(items.map(({ json }) => json.uid)).toEqual([uid]);
	});

	it('get reads one', async () => {
		const { uid, name } = sandbox.seed.project;
		const { items } = await runTms(sandbox, { resource: 'project', operation: 'get', projectUid: byId(uid) });
		expect(items[0]?.json).toMatchObject({ uid, name });
	});

	it('delete removes one, for good when that is wanted', async () => {
		const { uid } = sandbox.seed.project;
		const [read, remove] = ['get', 'delete'].map((operation) => ({
			resource: 'project',
			operation,
			projectUid: byId(uid),
			options: operation === 'get' ? {} : { purge: true },
		}));
		const { items } = await runTms(sandbox, remove ?? {});
		expect(items.map(({ json }) => json)).toEqual([{ projectUid: uid, deleted: true }]);
		expect(sandbox.requests().at(-1)).toMatchObject({ method: 'DELETE', query: 'purge=true' });
		expect(await thrownBy(runTms(sandbox, read ?? {}))).toMatchObject({ httpCode: '404' });
	});
});

describe('importSettings', () => {
	it('getMany returns all pages, get reads one', async () => {
		const { items } = await runTms(sandbox, {
			resource: 'importSettings',
			operation: 'getMany',
			returnAll: true,
		});
		expect(items).toHaveLength(sandbox.seed.totals.importSettings);
		const { uid, name } = sandbox.seed.importSettings;
		const one = await runTms(sandbox, {
			resource: 'importSettings',
			operation: 'get',
			importSettingsUid: uid,
		});
		expect(one.items[0]?.json).toMatchObject({ uid, name, fileImportSettings: expect.anything() });
	});
});

describe('dropdowns', () => {
	const setup = () => ({
		parameters: { authentication: 'phraseTmsApi', projectUid: byId(sandbox.seed.busyProject.uid) },
		credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
	});

	it.each(['searchProjects', 'searchJobs'])('%s shows page after page', async (method) => {
		const names: string[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await searchList(new PhraseTms(), method, { ...setup(), paginationToken });
			names.push(...page.results.map(({ value }) => String(value)));
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		expect(names.length).toBeGreaterThan(100);
		expect(new Set(names).size).toBe(names.length);
	});

	it('searchProjects, searchJobs and searchConnectors find by name', async () => {
		const { project, connector } = sandbox.seed;
		const projects = await searchList(new PhraseTms(), 'searchProjects', {
			...setup(),
			filter: 'with workflow',
		});
		expect(projects.results).toHaveLength(1);
		const jobs = await searchList(new PhraseTms(), 'searchJobs', {
			...setup(),
			parameters: { ...setup().parameters, projectUid: byId(project.uid) },
			filter: 'guide.md',
		});
		expect(jobs.results.map(({ value }) => value)).toEqual([project.jobUid]);
		const connectors = await searchList(new PhraseTms(), 'searchConnectors', {
			...setup(),
			filter: connector.name.toUpperCase(),
		});
		expect(connectors.results.map(({ value }) => value)).toEqual([connector.id]);
	});

	it('getTargetLangs shows the languages of the chosen project by name', async () => {
		const langs = await loadOptions(new PhraseTms(), 'getTargetLangs', setup());
		expect(langs).toContainEqual({ name: 'Czech (Czechia) (cs_cz)', value: 'cs_cz' });
	});

	describe('of the filters of Phrase TMS Trigger', () => {
		const inTrigger = (filters: INodeParameters = {}) => ({
			...setup(),
			parameters: { authentication: 'phraseTmsApi', filters },
		});

		it('searchClients finds by name, page by page', async () => {
			const all = await searchList(new PhraseTmsTrigger(), 'searchClients', inTrigger());
			const [one] = all.results;
			expect(one).toEqual({ name: expect.any(String), value: expect.any(String) });
			expect(all.results).toHaveLength(Math.min(50, sandbox.seed.totals.clients));
			const found = await searchList(new PhraseTmsTrigger(), 'searchClients', {
				...inTrigger(),
				filter: one?.name,
			});
			expect(found.results).toContainEqual(one);
			expect(found.results.length).toBeLessThan(all.results.length);
		});

		it('getWorkflowLevels shows the steps of the chosen project, or all that can be', async () => {
			const { workflowProject, project } = sandbox.seed;
			const levels = async (filters?: INodeParameters) =>
				await loadOptions(new PhraseTmsTrigger(), 'getWorkflowLevels', inTrigger(filters));
			expect(await levels({ projectUid: byId(workflowProject.uid) })).toEqual(
				workflowProject.workflowSteps.map(({ name, workflowLevel }) => ({
					name: `${name} (Step ${workflowLevel})`,
					value: workflowLevel,
				})),
			);
			expect(await levels({ projectUid: byId(project.uid) })).toEqual([{ name: 'Step 1', value: 1 }]);
			const all = await levels();
			expect(all).toHaveLength(15);
			expect(all.at(-1)).toEqual({ name: 'Step 15', value: 15 });
		});

		it('getTargetLangs shows the languages of the chosen project, or all', async () => {
			const langs = async (filters?: INodeParameters) =>
				await loadOptions(new PhraseTmsTrigger(), 'getTargetLangs', inTrigger(filters));
			const ofProject = await langs({ projectUid: byId(sandbox.seed.project.uid) });
			expect(ofProject.map(({ value }) => value).sort()).toEqual(
				[...sandbox.seed.project.targetLangs].sort(),
			);
			expect((await langs()).length).toBeGreaterThan(ofProject.length);
		});
	});
});
