import type { INodeListSearchItems, INodeParameters } from 'n8n-workflow';
import { searchList } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const setup = (parameters: INodeParameters = {}) => ({
	parameters: { authentication: 'phraseTmsApi', ...parameters },
	credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
});

/** All pages of a list, as the editor asks for them. */
async function pagesOf(method: string, parameters: INodeParameters, filter?: string, path?: string) {
	const pages: INodeListSearchItems[][] = [];
	let paginationToken: string | undefined;
	do {
		const page = await searchList(new PhraseTms(), method, {
			...setup(parameters),
			filter,
			path,
			paginationToken,
		});
		pages.push(page.results);
		paginationToken = page.paginationToken;
	} while (paginationToken !== undefined);
	return pages;
}

/** Creates jobs in both steps of the project with workflow. */
async function createJobs(fileName: string, targetLangs: string[]): Promise<void> {
	const { connector, workflowProject } = sandbox.seed;
	const { items } = await runTms(sandbox, {
		resource: 'connector',
		operation: 'requestFileDownload',
		connectorId: byId(connector.id),
		folder: connector.files.guide.folder,
		file: Buffer.from(fileName).toString('base64url'),
	});
	await runTms(sandbox, {
		resource: 'job',
		operation: 'createFromConnectorTask',
		downloadTaskId: String(items[0]?.json.downloadTaskId),
		projectUid: byId(workflowProject.uid),
		targetLangs,
	});
}

describe('the list of jobs', () => {
	it('has those of all workflow levels, each with language, step, status and number', async () => {
		const { workflowProject } = sandbox.seed;
		await createJobs('guide.md', ['de']);
		const projectUid = byId(workflowProject.uid);
		const { items } = await runTms(sandbox, {
			resource: 'job',
			operation: 'getMany',
			projectUid,
			returnAll: true,
			simplify: false,
		});
		const entries = (await pagesOf('searchJobs', { projectUid })).flat();
		expect(entries.map(({ value }) => value)).toEqual(items.map(({ json }) => json.uid));
		const german = items.filter(({ json }) => json.targetLang === 'de' && json.filename === 'guide.md');
		const names = entries.map(({ name }) => name);
		for (const [index, step] of ['Translation', 'Revision'].entries()) {
			const { innerId } = german[index]?.json ?? {};
			expect(names).toContain(`guide.md (de, ${step}, New, #${String(innerId)})`);
		}
	});

	it('asks for the levels once, and never shows an empty page before the last', async () => {
		const { workflowProject } = sandbox.seed;
		await createJobs('strings.json', ['de', 'fr']);
		const projectUid = byId(workflowProject.uid);
		const before = sandbox.requests().length;
		const pages = await pagesOf('searchJobs', { projectUid }, 'STRINGS');
		expect(pages.map(({ length }) => length)).toEqual([2, 2]);
		const calls = sandbox.requests().slice(before);
		expect(calls.filter(({ path }) => path.endsWith('/workflowSteps'))).toHaveLength(1);
		expect(calls.filter(({ path }) => path.endsWith('/jobs')).map(({ query }) => query)).toEqual([
			expect.stringMatching(/workflowLevel=1&filename=STRINGS/),
			expect.stringMatching(/workflowLevel=2&filename=STRINGS/),
		]);
		expect(await pagesOf('searchJobs', { projectUid }, 'no such file')).toEqual([[]]);
	});
});

describe('the page of an entry', () => {
	it('is below the URL of the credential, and an address that the field takes', async () => {
		const { uid, jobUid } = sandbox.seed.project;
		const { tmsUrl } = sandbox.credentials.phraseTmsApi;
		const projects = (await pagesOf('searchProjects', {}, 'Sandbox project')).flat();
		const project = projects.find(({ value }) => value === uid);
		expect(project?.url).toBe(`${tmsUrl}/project2/show/${uid}`);
		const jobs = (await pagesOf('searchJobs', { projectUid: byId(uid) })).flat();
		const job = jobs.find(({ value }) => value === jobUid);
		expect(job?.url).toBe(`${tmsUrl}/job/${jobUid}/translate`);
		const byUrl = (value: unknown) => ({ __rl: true, mode: 'url', value: String(value) });
		const { items } = await runTms(sandbox, {
			resource: 'job',
			operation: 'get',
			projectUid: byUrl(project?.url),
			jobUid: byUrl(job?.url),
		});
		expect(items[0]?.json.uid).toBe(jobUid);
	});

	it('is none for what has no known address', async () => {
		const [user] = (await pagesOf('searchUsers', {})).flat();
		expect(user).toEqual({ name: expect.any(String), value: expect.any(String) });
	});
});

describe('the filters of Project > Get Many', () => {
	it.each([
		['clientId', 'searchClientIds', 'Client B', 'client'],
		['domainId', 'searchDomainIds', 'Domain B', 'domain'],
		['businessUnitId', 'searchBusinessUnitIds', 'Business unit B', 'businessUnit'],
	])('%s is chosen by name', async (filter, method, name, member) => {
		const [entry] = (await pagesOf(method, {}, name.toUpperCase())).flat();
		expect(entry?.name).toBe(name);
		const { items } = await runTms(sandbox, {
			resource: 'project',
			operation: 'getMany',
			returnAll: true,
			simplify: false,
			filters: { [filter]: { __rl: true, mode: 'list', value: String(entry?.value) } },
		});
		expect(items.length).toBeGreaterThan(10);
		expect(new Set(items.map(({ json }) => (json[member] as { name: string }).name))).toEqual(
			new Set([name]),
		);
	});

	it('that were added and left empty take all projects', async () => {
		const { items } = await runTms(sandbox, {
			resource: 'project',
			operation: 'getMany',
			returnAll: true,
			filters: { clientId: byId('') },
		});
		expect(items).toHaveLength(sandbox.seed.totals.projects - 2);
	});
});

describe('import settings', () => {
	it('are chosen by name, page by page', async () => {
		const { importSettings, totals } = sandbox.seed;
		const pages = await pagesOf('searchImportSettings', {});
		expect(pages.map(({ length }) => length)).toEqual([50, totals.importSettings - 50]);
		const found = (await pagesOf('searchImportSettings', {}, importSettings.name)).flat();
		expect(found).toEqual([{ name: importSettings.name, value: importSettings.uid }]);
	});
});

describe('the folders and files of a connector', () => {
	const inConnector = (more: INodeParameters = {}) => ({
		resource: 'connector',
		operation: 'requestFileDownload',
		connectorId: byId(sandbox.seed.connector.id),
		...more,
	});
	const folders = async (filter?: string, more?: INodeParameters) =>
		(await pagesOf('searchFolders', inConnector(more), filter)).flat();
	const namesOf = (entries: INodeListSearchItems[]) => entries.map(({ name }) => name);
	const chosen = ({ name = '', value = '' }: Partial<INodeListSearchItems> = {}) => ({
		__rl: true,
		mode: 'list',
		value: String(value),
		cachedResultName: name,
	});

	it('begin with the root and its folders', async () => {
		const { folders: known } = sandbox.seed.connector;
		const entries = await folders();
		expect(namesOf(entries)).toEqual(['/', 'archive', 'big', 'docs']);
		expect(entries).toContainEqual({ name: '/', value: known.root });
		expect(entries).toContainEqual({ name: 'docs', value: known.docs });
	});

	it.each([
		['ARCH', ['archive']],
		['archive', ['archive', 'archive/2024', 'archive/2025']],
		['archive/', ['archive/2024', 'archive/2025']],
		['/archive/20', ['archive/2024', 'archive/2025']],
		['archive/2024/spr', ['archive/2024/spring']],
		['nowhere/', []],
		['archive/nowhere/2', []],
	])('are searched by path: %s', async (typed, found) => {
		expect(namesOf(await folders(typed))).toEqual(found);
	});

	it('show what is in the chosen one, down to a file that can be requested', async () => {
		let entry: INodeListSearchItems | undefined;
		for (const next of ['archive', 'archive/2024', 'archive/2024/spring']) {
			const shown: INodeListSearchItems[] = await folders(undefined, entry && { folder: chosen(entry) });
			entry = shown.find(({ name }) => name === next);
			if (entry === undefined) throw new Error(`${next} is not among ${namesOf(shown).join(', ')}`);
			expect(new Set(shown.map(({ value }) => value)).size).toBe(shown.length);
		}
		const folder = chosen(entry);
		const [file] = (await pagesOf('searchFiles', inConnector({ folder }))).flat();
		expect(file?.name).toBe('flowers.md');
		const { items } = await runTms(sandbox, inConnector({ folder, file: chosen(file) }));
		expect(items[0]?.json).toMatchObject({ fileName: 'flowers.md', downloadTaskId: expect.any(String) });
	});

	it('are files of the chosen folder alone, by name', async () => {
		const { files, folders: known } = sandbox.seed.connector;
		const found = await pagesOf('searchFiles', inConnector({ folder: byId(known.docs) }), 'GUIDE');
		expect(found.flat()).toEqual([{ name: 'guide.md', value: files.guide.encodedName }]);
		const inRoot = await pagesOf('searchFiles', inConnector({ folder: byId(known.root) }));
		expect(namesOf(inRoot.flat())).toEqual(['readme.txt']);
	});

	it('follow the connector of the same row, where it is named by its token', async () => {
		const { connector } = sandbox.seed;
		const list = async (method: string, remoteFolder?: INodeParameters) => {
			const row = { specify: 'fields', connectorToken: byId(connector.localToken), remoteFolder };
			const parameters = {
				resource: 'job',
				operation: 'create',
				additionalFields: { remoteFile: { row } },
			} as INodeParameters;
			const path = 'parameters.additionalFields.remoteFile.row.remoteFileName';
			return namesOf((await pagesOf(method, parameters, undefined, path)).flat());
		};
		expect(await list('searchRemoteFolders')).toEqual(['/', 'archive', 'big', 'docs']);
		expect(await list('searchRemoteFiles')).toEqual(['readme.txt']);
		expect(await list('searchRemoteFiles', byId(connector.folders.docs))).toContain('guide.md');
	});

	it('have a project beside them, or none', async () => {
		const { project, connector } = sandbox.seed;
		const { folder, encodedName } = connector.files.guide;
		const requested = async (uid: string) => {
			const file = { folder: byId(folder), file: byId(encodedName), waitForCompletion: false };
			const { items } = await runTms(sandbox, inConnector({ ...file, options: { projectUid: byId(uid) } }));
			return items[0]?.json;
		};
		expect(await requested(project.uid)).toHaveProperty('projectUid', project.uid);
		expect(await requested('')).not.toHaveProperty('projectUid');
	});
});
