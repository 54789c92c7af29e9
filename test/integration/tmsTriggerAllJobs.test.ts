import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Fault } from '../../sandbox';
import { FiredFor } from '../../nodes/PhraseTmsTrigger/event/allJobs/firedFor';
import {
	closeServers,
	inAnotherProcess,
	NODE_KEY,
	registered,
	serveEvents,
	serveEventsOf,
	serveTest,
	type EventServer,
} from '../support/eventServer';
import { logLines } from '../support/logLines';
import { startPhraseInFront } from '../support/phraseInFront';
import { credentialsOf } from '../support/triggerInN8n';
import { byId } from '../support/tms';
import { until } from '../support/until';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
let lastEvent = 0;

afterEach(closeServers);

const ALL_JOBS = { events: ['ALL_JOBS_REACHED_STATUS'] };

/** A node on the event, and jobs of the sandbox's project that nobody has worked on. */
async function serveJobs(count: number, parameters: INodeParameters = ALL_JOBS) {
	const server = await serveEventsOf(sandbox, parameters);
	return { server, jobs: newJobs(count) };
}

/** Jobs in a language that no other job of the project has. */
function newJobs(count: number, targetLang = 'ja') {
	const jobs = sandbox.createJobs({ count, targetLang });
	for (const { uid } of jobs) sandbox.setJobStatus([uid], 'NEW');
	return jobs.map(({ uid }) => uid);
}

/** What Phrase tells of jobs: as they are, whatever the event says of their status. */
const changed = (jobs: string[], more: IDataObject = {}, parts: IDataObject = {}) => ({
	event: 'JOB_STATUS_CHANGED',
	eventUid: `E${++lastEvent}`,
	timestamp: 1770664466,
	jobParts: jobs.map((uid) => ({
		uid,
		fileName: `${uid}.txt`,
		targetLang: 'ja',
		workflowLevel: 1,
		status: 'COMPLETED_BY_LINGUIST',
		...parts,
	})),
	metadata: { project: { uid: sandbox.seed.project.uid, name: sandbox.seed.project.name } },
	...more,
});

/** How often jobs were read, a page at a time. */
const reads = () =>
	sandbox.requests().filter(({ path, status }) => path.endsWith('/jobs') && status === 200).length;
const statusesOf = (server: EventServer) => server.items().map(({ status }) => status);

it('fires when the last job has reached the status', async () => {
	const { server, jobs } = await serveJobs(3);
	for (const uid of jobs.slice(0, 2)) {
		sandbox.setJobStatus([uid], 'COMPLETED');
		expect(await server.deliver(changed([uid]))).toMatchObject({ status: 200 });
	}
	expect(server.executions).toEqual([]);
	sandbox.setJobStatus(jobs.slice(2), 'COMPLETED');
	const last = changed(jobs.slice(2));
	await server.deliver(last);
	const { uid: projectUid, name } = sandbox.seed.project;
	expect(server.executions).toEqual([
		[
			{
				json: {
					event: 'ALL_JOBS_REACHED_STATUS',
					known: true,
					eventUid: last.eventUid,
					timestamp: '2026-02-09T19:14:26.000Z',
					projectUid,
					project: { uid: projectUid, name },
					workflowLevel: 1,
					targetLang: 'ja',
					status: 'COMPLETED',
					jobs: expect.arrayContaining(
						jobs.map(
							(uid) => expect.objectContaining({ uid, status: 'COMPLETED', targetLang: 'ja' }) as unknown,
						),
					) as unknown,
				},
			},
		],
	]);
	expect(server.items()[0]?.jobs).toHaveLength(3);
});

it.each<[string, string[], string, boolean]>([
	['further on', ['DELIVERED', 'COMPLETED'], 'COMPLETED', true],
	['not as far', ['ACCEPTED', 'COMPLETED'], 'COMPLETED', false],
	['declined', ['DECLINED', 'COMPLETED'], 'COMPLETED', false],
	['cancelled', ['CANCELLED', 'COMPLETED'], 'COMPLETED', true],
	['cancelled, as all are', ['CANCELLED', 'CANCELLED'], 'COMPLETED', false],
	['cancelled, as all are to be', ['CANCELLED', 'CANCELLED'], 'CANCELLED', true],
	['not cancelled, as all are to be', ['CANCELLED', 'COMPLETED'], 'CANCELLED', false],
	['rejected, as all are to be', ['REJECTED', 'REJECTED'], 'REJECTED', true],
	['new', ['NEW', 'EMAILED'], 'EMAILED', false],
	['delivered, where new is enough', ['NEW', 'DELIVERED'], 'NEW', true],
])('with a job that is %s', async (_, states, status, fires) => {
	const { server, jobs } = await serveJobs(2, { ...ALL_JOBS, reachedStatuses: [status] });
	for (const [index, uid] of jobs.entries()) sandbox.setJobStatus([uid], states[index] ?? '');
	await server.deliver(changed(jobs.slice(0, 1)));
	expect(statusesOf(server)).toEqual(fires ? [status] : []);
});

it('fires once for each status', async () => {
	const { server, jobs } = await serveJobs(2, { ...ALL_JOBS, reachedStatuses: ['ACCEPTED', 'COMPLETED'] });
	for (const status of ['ACCEPTED', 'ACCEPTED', 'COMPLETED', 'ACCEPTED', 'COMPLETED']) {
		sandbox.setJobStatus(jobs, status);
		await server.deliver(changed(jobs));
	}
	expect(statusesOf(server)).toEqual(['ACCEPTED', 'COMPLETED']);
	// What has fired for all statuses is not even looked at.
	expect(reads()).toBe(6);
});

it('fires for each language, workflow step and project by itself', async () => {
	const { server, jobs } = await serveJobs(1);
	const german = newJobs(1, 'de');
	const [step1 = '', step2 = ''] = sandbox.seed.workflowProject.jobUids;
	const workflow = { metadata: { project: { uid: sandbox.seed.workflowProject.uid } } };
	const all = [...jobs, ...german, step1, step2];
	for (const uid of all) sandbox.setJobStatus([uid], 'COMPLETED');
	await server.deliver(changed(jobs));
	await server.deliver(changed(german, {}, { targetLang: 'de' }));
	await server.deliver(changed([step1], workflow, { targetLang: 'de' }));
	await server.deliver(changed([step2], workflow, { targetLang: 'de', workflowLevel: 2 }));
	const { project, workflowProject } = sandbox.seed;
	expect(
		server
			.items()
			.map(({ projectUid, targetLang, workflowLevel }) => [projectUid, targetLang, workflowLevel]),
	).toEqual([
		[project.uid, 'ja', 1],
		[project.uid, 'de', 1],
		[workflowProject.uid, 'de', 1],
		[workflowProject.uid, 'de', 2],
	]);
	expect(server.items()[3]).toMatchObject({ workflowStep: { name: 'Revision' } });
});

it('gives several items when one event was the last of several', async () => {
	const { server, jobs } = await serveJobs(1);
	const german = newJobs(1, 'de');
	sandbox.setJobStatus([...jobs, ...german], 'COMPLETED');
	const event = changed(jobs);
	const { jobParts } = changed(german, {}, { targetLang: 'de' });
	await server.deliver({ ...event, jobParts: [...event.jobParts, ...jobParts] });
	expect(server.executions).toHaveLength(1);
	expect(server.items().map(({ targetLang }) => targetLang)).toEqual(['ja', 'de']);
});

it('looks at all pages', async () => {
	const { server, jobs } = await serveJobs(60);
	sandbox.setJobStatus(jobs.slice(0, 59), 'COMPLETED');
	await server.deliver(changed(jobs.slice(0, 1)));
	sandbox.setJobStatus(jobs.slice(59), 'COMPLETED');
	const before = reads();
	await server.deliver(changed(jobs.slice(59)));
	// Whether one is not there yet, and the two pages.
	expect(reads() - before).toBe(3);
	expect(server.items()).toMatchObject([{ jobs: { length: 60 } }]);
});

it('goes with the change of a status, when that was chosen, too', async () => {
	const { server, jobs } = await serveJobs(1, {
		events: ['ALL_JOBS_REACHED_STATUS', 'JOB_STATUS_CHANGED'],
	});
	sandbox.setJobStatus(jobs, 'COMPLETED');
	await server.deliver(changed(jobs));
	expect(server.executions).toMatchObject([
		[{ json: { event: 'JOB_STATUS_CHANGED' } }, { json: { event: 'ALL_JOBS_REACHED_STATUS' } }],
	]);
});

it('asks for one job only, as long as one is not there yet', async () => {
	const { server, jobs } = await serveJobs(120);
	sandbox.setJobStatus(jobs.slice(1), 'COMPLETED');
	for (const uid of jobs.slice(1, 4)) await server.deliver(changed([uid]));
	expect(server.executions).toEqual([]);
	expect(reads()).toBe(3);
});

it('answers a burst of events with a few requests', async () => {
	const { server, jobs } = await serveJobs(300);
	sandbox.setJobStatus(jobs.slice(1), 'COMPLETED');
	sandbox.fault({ match: { path: '/jobs$' }, do: { slow: { headersMs: 100 } } });
	const answers = await Promise.all(jobs.map(async (uid) => await server.deliver(changed([uid]))));
	expect(answers.map(({ status }) => status)).toEqual(jobs.map(() => 200));
	expect(server.executions).toEqual([]);
	// Each is followed by a look that began after it; those that came meanwhile share it.
	expect(reads()).toBeLessThan(jobs.length / 4);
}, 30_000);

it('tells of 10,000 jobs, with 400 ms for each request', async () => {
	const { server, jobs } = await serveJobs(10_000);
	sandbox.setJobStatus(jobs, 'COMPLETED');
	sandbox.fault({ match: { path: '/jobs$' }, do: { slow: { headersMs: 400 } } });
	expect(await server.deliver(changed(jobs.slice(-1)))).toMatchObject({ status: 200 });
	expect(server.items()).toMatchObject([{ jobs: { length: 10_000 } }]);
	const uids = new Set((server.items()[0]?.jobs as Array<{ uid: string }>).map(({ uid }) => uid));
	expect(uids.size).toBe(10_000);
	expect(reads()).toBe(1 + 10_000 / 50);
}, 120_000);

it('reads a list again, page after page, that has changed while its pages were read', async () => {
	let isChanged = false;
	const phrase = await startPhraseInFront(sandbox, (url) => {
		if (!isChanged && url.includes('pageNumber=1')) {
			isChanged = true;
			newJobs(1);
		}
		return undefined;
	});
	try {
		const phraseTmsApi = { ...sandbox.credentials.phraseTmsApiToken, tmsUrl: phrase.tmsUrl };
		const server = await serveEvents(ALL_JOBS, { credentials: { phraseTmsApi } });
		const jobs = newJobs(60);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		expect(await server.deliver(changed(jobs.slice(0, 1)))).toMatchObject({ status: 200 });
		expect(isChanged).toBe(true);
		// One job is not there yet any more.
		expect(server).toMatchObject({ executions: [], thrown: [] });
	} finally {
		await phrase.close();
	}
});

it('fires when the last job that was not there yet is deleted', async () => {
	const { server, jobs } = await serveJobs(2);
	sandbox.setJobStatus(jobs, 'COMPLETED');
	await server.deliver(changed(['deleted'], { event: 'JOB_DELETED' }, { status: 'NEW' }));
	expect(server.items()).toMatchObject([
		{ event: 'ALL_JOBS_REACHED_STATUS', targetLang: 'ja', jobs: { length: 2 } },
	]);
});

it('does not fire when all jobs were deleted', async () => {
	const server = await serveEventsOf(sandbox, ALL_JOBS);
	await server.deliver(changed(['deleted'], { event: 'JOB_DELETED' }));
	expect(server).toMatchObject({ executions: [], thrown: [] });
});

it.each([
	['the look for one that holds back the others', 1],
	['the list of all of them', 2],
])('leaves out jobs when Phrase refuses %s, and says so in the log', async (_, nth) => {
	const { server, jobs } = await serveJobs(1, { events: ['ALL_JOBS_REACHED_STATUS', 'JOB_STATUS_CHANGED'] });
	const log = logLines();
	sandbox.setJobStatus(jobs, 'COMPLETED');
	sandbox.fault({ match: { path: '/jobs$', nth }, do: { status: 403 } });
	expect(await server.deliver(changed(jobs))).toMatchObject({ status: 200 });
	expect(server.items()).toMatchObject([{ event: 'JOB_STATUS_CHANGED' }]);
	expect(log).toEqual([
		['warn', expect.stringMatching(`jobs of project ${sandbox.seed.project.uid} may not be read.*HTTP 403`)],
	]);
	jest.restoreAllMocks();
});

it('is told of by Phrase', async () => {
	const { server, jobs } = await serveJobs(3);
	expect(await server.activate()).toBe(true);
	expect(sandbox.webhooks()).toMatchObject([{ events: ['JOB_DELETED', 'JOB_STATUS_CHANGED'] }]);
	for (const uid of jobs) sandbox.setJobStatus([uid], 'COMPLETED');
	await sandbox.delivered();
	expect(server.items()).toMatchObject([{ targetLang: 'ja', status: 'COMPLETED', jobs: { length: 3 } }]);
	expect(server.thrown).toEqual([]);
});

it.each<[string, INodeParameters, number]>([
	['another project', { projectUid: byId('other') }, 0],
	['another language', { targetLangs: ['de'] }, 0],
	['another workflow step', { workflowLevels: [2] }, 0],
	['another client', { clientUid: byId('other') }, 0],
	['what it is about', { targetLangs: ['ja'], workflowLevels: [1] }, 1],
	['another name, which is one of a job', { nameContains: 'other' }, 1],
	['another status, which is one of a job', { statuses: ['NEW'] }, 1],
])('is filtered by %s', async (_, filters, executions) => {
	const { server, jobs } = await serveJobs(1, { ...ALL_JOBS, filters });
	sandbox.setJobStatus(jobs, 'COMPLETED');
	await server.deliver(changed(jobs));
	expect(server.executions).toHaveLength(executions);
	expect(reads()).toBe(2 * executions);
});

it('is left out of events that do not say where they belong', async () => {
	const { server, jobs } = await serveJobs(1);
	sandbox.setJobStatus(jobs, 'COMPLETED');
	await server.deliver(changed(jobs, { metadata: {} }));
	await server.deliver(changed(jobs, {}, { targetLang: null }));
	await server.deliver(changed(jobs, { metadata: { project: { uid: 'gone' } } }));
	expect(server).toMatchObject({ executions: [], thrown: [] });
});

describe('after jobs were added', () => {
	it.each([
		[false, 1],
		[true, 2],
	])('fires again when the user wants it: %s', async (fireAgain, times) => {
		const { server, jobs } = await serveJobs(2, { ...ALL_JOBS, eventOptions: { fireAgain } });
		sandbox.setJobStatus(jobs, 'COMPLETED');
		await server.deliver(changed(jobs));
		await server.deliver(changed(jobs));
		const added = newJobs(1);
		await server.deliver(changed(added));
		expect(server.executions).toHaveLength(1);
		sandbox.setJobStatus(added, 'COMPLETED');
		await server.deliver(changed(added));
		await server.deliver(changed(added));
		expect(server.executions).toHaveLength(times);
	});
});

it('fires for added jobs, too, when the user wants that only later', async () => {
	const parameters = { ...ALL_JOBS, eventOptions: { fireAgain: false } };
	const { server, jobs } = await serveJobs(1, parameters);
	sandbox.setJobStatus(jobs, 'COMPLETED');
	await server.deliver(changed(jobs));
	parameters.eventOptions.fireAgain = true;
	const added = newJobs(1);
	sandbox.setJobStatus(added, 'COMPLETED');
	await server.deliver(changed(added));
	expect(server.items()).toMatchObject([{ jobs: { length: 1 } }, { jobs: { length: 2 } }]);
});

describe('events at the same moment', () => {
	it('fire once, and share their looks', async () => {
		const { server, jobs } = await serveJobs(10);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		sandbox.fault({ match: { path: '/jobs$', times: 1 }, do: { slow: { headersMs: 200 } } });
		const answers = await Promise.all(jobs.map(async (uid) => await server.deliver(changed([uid]))));
		expect(answers.map(({ status }) => status)).toEqual(jobs.map(() => 200));
		expect(server.executions).toHaveLength(1);
		expect(reads()).toBeLessThanOrEqual(6);
	});

	it('are each followed by a look that began after them', async () => {
		const { server, jobs } = await serveJobs(2);
		sandbox.setJobStatus(jobs.slice(0, 1), 'COMPLETED');
		sandbox.fault({ match: { path: '/jobs$', times: 1 }, do: { slow: { headersMs: 200 } } });
		const first = server.deliver(changed(jobs.slice(0, 1)));
		await until(() => reads() === 1);
		sandbox.setJobStatus(jobs.slice(1), 'COMPLETED');
		await Promise.all([first, server.deliver(changed(jobs.slice(1)))]);
		expect(server.executions).toHaveLength(1);
	});
});

describe('what has fired', () => {
	it('does not fire again years and thousands of groups later', async () => {
		const { server, jobs } = await serveJobs(1);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		await server.deliver(changed(jobs));
		const before = new FiredFor();
		before.merge(server.state().fired);
		for (let group = 0; group < 3000; group++) before.add(`project ${group} COMPLETED`);
		const database = structuredClone(server.database);
		(database.staticData[NODE_KEY] as IDataObject).fired = before.toText();

		const restarted = await serveEventsOf(sandbox, ALL_JOBS, { ...inAnotherProcess(server), database });
		sandbox.setJobStatus(jobs, 'DELIVERED');
		await restarted.deliver(changed(jobs));
		expect(restarted.executions).toEqual([]);
	});

	it('says so when it may have forgotten that it has fired', async () => {
		const full = new FiredFor();
		for (let group = 0; group < 20_000; group++) full.add(`project ${group} COMPLETED`);
		const database = registered();
		(database.staticData[NODE_KEY] as IDataObject).fired = full.toText();
		const server = await serveEventsOf(sandbox, ALL_JOBS, { database });
		const log = logLines();
		const jobs = newJobs(1);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		await server.deliver(changed(jobs));
		jest.restoreAllMocks();
		expect(server.items()).toMatchObject([{ mayBeRepeated: true }]);
		expect(log).toEqual([['warn', expect.stringContaining("'mayBeRepeated'")]]);
	});

	it('fires again when n8n could not start the workflow', async () => {
		const { server, jobs } = await serveJobs(1);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		server.starting = async () => await Promise.reject(new Error('The database is not there'));
		const event = changed(jobs);
		expect(await server.deliver(event)).toMatchObject({ status: 500 });
		expect(server.state().fired).toBeUndefined();
		server.starting = async () => undefined;
		expect(await server.deliver(event)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
	});

	it('is known after a restart, and while it is under way', async () => {
		const { server, jobs } = await serveJobs(1);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const starts: Array<() => void> = [];
		server.starting = async () =>
			await new Promise<void>((resolve) => {
				starts.push(resolve);
			});
		const first = server.deliver(changed(jobs));
		await until(() => starts.length === 1);
		expect(await server.deliver(changed(jobs))).toMatchObject({ status: 200 });
		starts[0]?.();
		await first;
		const restarted = await serveEventsOf(sandbox, ALL_JOBS, inAnotherProcess(server));
		await restarted.deliver(changed(jobs));
		expect([server.executions.length, restarted.executions.length]).toEqual([1, 0]);
	});

	it('is not remembered while the user tests', async () => {
		const server = await serveTest(ALL_JOBS, { credentials: credentialsOf(sandbox) });
		const jobs = newJobs(1);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		for (let time = 0; time < 2; time++) await server.deliverTest(changed(jobs));
		expect(server.executions).toHaveLength(2);
		expect(server.testState()).toHaveProperty('registrations');
		expect(server.testState()).not.toHaveProperty('fired');
		await server.deliver(changed(jobs));
		expect(server.executions).toHaveLength(3);
	});
});

it.each<[string, Fault['do'], number]>([
	['for the moment', { status: 500 }, 5],
	['with a token that Phrase takes elsewhere', { status: 401 }, 1],
])(
	'lets Phrase deliver the event again when the jobs cannot be read %s',
	async (_, fault, times) => {
		const { server, jobs } = await serveJobs(1);
		// Signed in by then.
		await server.deliver(changed(jobs));
		sandbox.setJobStatus(jobs, 'COMPLETED');
		sandbox.fault({ match: { path: '/jobs$', times }, do: fault });
		const event = changed(jobs);
		expect(await server.deliver(event)).toMatchObject({
			status: 503,
			text: '{"message":"The jobs cannot be read at the moment"}',
		});
		expect(await server.deliver(event)).toMatchObject({ status: 200 });
		expect(server.executions).toHaveLength(1);
		expect(server.thrown).toEqual([]);
	},
	30_000,
);

it('names a status that jobs do not have', async () => {
	const { server, jobs } = await serveJobs(1, { ...ALL_JOBS, reachedStatuses: [] });
	const log = logLines();
	expect(await server.deliver(changed(jobs))).toMatchObject({ status: 503 });
	expect(log).toEqual([['warn', expect.stringContaining("'Reached Statuses': must not be empty")]]);
	jest.restoreAllMocks();
});
