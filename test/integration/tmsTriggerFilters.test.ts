import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox';
import { closeServers, serveEvents, serveEventsOf } from '../support/eventServer';
import { logLines } from '../support/logLines';
import { byId } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const job = (uid: string, more: object = {}) => ({
	uid,
	fileName: `Website ${uid}.docx`,
	targetLang: 'cs_cz',
	workflowLevel: 1,
	status: 'ASSIGNED',
	...more,
});
const project = { uid: 'P1', name: 'Spring campaign' };

/** Events by a short name, each with the UIDs of its jobs, or its own name where it has none. */
const EVENTS: Record<string, IDataObject> = {
	jobs: {
		event: 'JOB_STATUS_CHANGED',
		jobParts: [
			job('plain'),
			job('german', { targetLang: 'DE' }),
			job('second', { workflowLevel: 2 }),
			job('delivered', { status: 'COMPLETED' }),
			job('named', { fileName: 'Handbook.docx' }),
			{ uid: 'bare' },
		],
		metadata: { project },
	},
	elsewhere: {
		event: 'JOB_STATUS_CHANGED',
		jobParts: [job('elsewhere')],
		metadata: { project: { uid: 'P2' } },
	},
	project: { event: 'PROJECT_CREATED', project: { ...project, client: { uid: 'C1' } } },
	analysis: { event: 'ANALYSIS_CREATED', analyse: { name: 'Website, first' }, metadata: { project } },
	template: { event: 'PROJECT_TEMPLATE_CREATED', projectTemplate: { templateName: 'Website' } },
	unknown: { event: 'TERM_ADDED' },
};

/** What of all events starts the workflow. */
async function taken(filters: INodeParameters): Promise<unknown[]> {
	const server = await serveEvents({
		events: ['JOB_STATUS_CHANGED', 'PROJECT_CREATED', 'ANALYSIS_CREATED', 'PROJECT_TEMPLATE_CREATED'],
		filters,
	});
	for (const event of Object.values(EVENTS)) {
		expect(await server.deliver(event)).toMatchObject({ status: 200 });
	}
	expect(server.thrown).toEqual([]);
	const nameOf = (event: unknown) => Object.keys(EVENTS).find((name) => EVENTS[name]?.event === event);
	return server.items().map(({ jobUid, event }) => jobUid ?? nameOf(event));
}

afterEach(closeServers);

const withoutJobs = ['project', 'analysis', 'template', 'unknown'];
const ofP1 = ['plain', 'german', 'second', 'delivered', 'named', 'bare'];

it.each<[string, INodeParameters, string[]]>([
	['none', {}, [...ofP1, 'elsewhere', ...withoutJobs]],
	[
		'empty ones',
		{ targetLangs: [], statuses: [], nameContains: ' ' },
		[...ofP1, 'elsewhere', ...withoutJobs],
	],
	['a project', { projectUid: byId('P1') }, [...ofP1, 'project', 'analysis']],
	[
		'a project by its URL',
		{ projectUid: { __rl: true, mode: 'url', value: 'https://cloud.memsource.com/web/project2/show/P2' } },
		['elsewhere'],
	],
	['a language', { targetLangs: ['de'] }, ['german', ...withoutJobs]],
	[
		'languages by expression',
		{ targetLangs: '={{ "DE, cs_CZ" }}' },
		['plain', 'german', 'second', 'delivered', 'named', 'elsewhere', ...withoutJobs],
	],
	['a language in another spelling', { targetLangs: '["De", "xx-YY"]' }, ['german', ...withoutJobs]],
	['a workflow step', { workflowLevels: [2] }, ['second', ...withoutJobs]],
	[
		'the first workflow step, where a project without steps has its jobs',
		{ workflowLevels: ['1'] },
		['plain', 'german', 'delivered', 'named', 'bare', 'elsewhere', ...withoutJobs],
	],
	['a status, in the words of the REST API', { statuses: ['DELIVERED'] }, ['delivered', ...withoutJobs]],
	[
		'a name',
		{ nameContains: 'WEBSITE' },
		['plain', 'german', 'second', 'delivered', 'elsewhere', 'analysis', 'template'],
	],
	['the name of a project', { nameContains: 'campaign' }, ['project']],
	[
		'all of them',
		{
			projectUid: byId('P1'),
			targetLangs: ['cs_cz'],
			workflowLevels: [1],
			statuses: ['ACCEPTED'],
			nameContains: 'plain',
		},
		['plain'],
	],
])('filters: %s', async (_, filters, names) => {
	expect(await taken(filters)).toEqual(names);
});

describe('a client', () => {
	const sandbox = useSandbox();

	const reads = () =>
		sandbox.requests().filter(({ path, status }) => path.includes('/v1/projects/') && status === 200).length;
	const jobOf = (uid: string, eventUid: string) => ({
		event: 'JOB_CREATED',
		eventUid,
		jobParts: [job('J1'), job('J2')],
		metadata: { project: { uid } },
	});
	const ofClient = async () =>
		await serveEventsOf(sandbox, { filters: { clientUid: byId(sandbox.seed.client.uid) } });

	it('is asked for once for a project, as the event of a job does not tell it', async () => {
		const server = await ofClient();
		const { project: mine, workflowProject: others } = sandbox.seed;
		await server.deliver(jobOf(mine.uid, 'E1'));
		await server.deliver(jobOf(others.uid, 'E2'));
		await server.deliver(jobOf(mine.uid, 'E3'));
		expect(server.items().map(({ eventUid, jobUid }) => [eventUid, jobUid])).toEqual([
			['E1', 'J1'],
			['E1', 'J2'],
			['E3', 'J1'],
			['E3', 'J2'],
		]);
		expect(reads()).toBe(2);
	});

	it('is asked for once when events about a project come together', async () => {
		const server = await ofClient();
		const uids = Array.from({ length: 10 }, (_, index) => `E${index}`);
		await Promise.all(uids.map(async (uid) => await server.deliver(jobOf(sandbox.seed.project.uid, uid))));
		expect(server.executions).toHaveLength(10);
		expect(reads()).toBe(1);
	});

	it('is told by the event of a project', async () => {
		const server = await ofClient();
		const of = (client: unknown) => ({ event: 'PROJECT_CREATED', project: { uid: 'P9', client } });
		await server.deliver(of({ uid: sandbox.seed.client.uid }));
		await server.deliver(of({ uid: 'C9' }));
		await server.deliver(of(null));
		expect(server.executions).toHaveLength(1);
		expect(reads()).toBe(0);
	});

	it('is asked for by no event that the other filters leave out, or that has no project', async () => {
		for (const others of [{ targetLangs: ['de'] }, { statuses: ['NEW'] }, { nameContains: 'other' }]) {
			const filters = { clientUid: byId(sandbox.seed.client.uid), ...others };
			const server = await serveEventsOf(sandbox, { filters });
			await server.deliver(jobOf(sandbox.seed.project.uid, 'E1'));
			await server.deliver({ event: 'TERM_ADDED' });
			expect(server).toMatchObject({ executions: [], thrown: [] });
		}
		expect(reads()).toBe(0);
	});

	it('is no longer there when the project was deleted', async () => {
		const server = await ofClient();
		const log = logLines();
		expect(await server.deliver(jobOf('gone', 'E1'))).toMatchObject({ status: 200 });
		jest.restoreAllMocks();
		expect(server.executions).toEqual([]);
		// Nobody refuses anything.
		expect(log).toEqual([]);
	});

	it.each<[string, Fault['do'], number]>([
		['for the moment', { status: 500 }, 5],
		['with a token that Phrase takes elsewhere', { status: 401 }, 1],
	])(
		'lets Phrase deliver the event again when it cannot be read %s',
		async (_, fault, times) => {
			const server = await ofClient();
			// Signed in by then.
			await server.deliver(jobOf(sandbox.seed.workflowProject.uid, 'E0'));
			sandbox.fault({ match: { path: '/projects/', times }, do: fault });
			const event = jobOf(sandbox.seed.project.uid, 'E1');
			expect(await server.deliver(event)).toEqual({
				status: 503,
				type: 'application/json; charset=utf-8',
				text: '{"message":"The project cannot be read at the moment"}',
			});
			expect(server).toMatchObject({ executions: [], thrown: [] });
			expect(server.state().seen).toBeUndefined();
			expect(await server.deliver(event)).toMatchObject({ status: 200 });
			expect(server.items()).toHaveLength(2);
		},
		30_000,
	);

	it('lets Phrase deliver the event again when the credential cannot be read', async () => {
		const server = await ofClient();
		const log = logLines();
		const noDatabase = new Error('timeout exceeded when trying to connect');
		const broken = jest.spyOn(server.credentials, 'getDecrypted').mockRejectedValue(noDatabase);
		const event = jobOf(sandbox.seed.project.uid, 'E1');
		expect(await server.deliver(event)).toMatchObject({
			status: 503,
			text: '{"message":"Could not take the call at the moment"}',
		});
		expect(server).toMatchObject({ executions: [], thrown: [] });
		expect(log).toEqual([['warn', expect.stringContaining(noDatabase.message)]]);
		broken.mockRestore();
		expect(await server.deliver(event)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
		jest.restoreAllMocks();
	});

	it('leaves out what is about a project that the user of the credential may not see, and says so in the log', async () => {
		const server = await ofClient();
		const log = logLines();
		const { project: mine, workflowProject: hidden } = sandbox.seed;
		sandbox.fault({ match: { path: `/projects/${hidden.uid}` }, do: { status: 403 } });
		for (const uid of ['E1', 'E2']) {
			expect(await server.deliver(jobOf(hidden.uid, uid))).toMatchObject({ status: 200 });
		}
		await server.deliver(jobOf(mine.uid, 'E3'));
		jest.restoreAllMocks();
		expect(server.items().map(({ eventUid }) => eventUid)).toEqual(['E3', 'E3']);
		expect(log).toEqual([
			['warn', expect.stringMatching(`project ${hidden.uid} may not be read.*left out.*HTTP 403`)],
		]);
	});
});
