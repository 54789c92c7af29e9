import type { IDataObject, INodeParameters, NodeApiError } from 'n8n-workflow';
import { PolledNode } from '../support/pollingTrigger';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

const ofProject = (more: INodeParameters = {}): INodeParameters => ({
	filters: { projectUid: byId(sandbox.seed.project.uid), ...(more.filters as object) },
	pollOptions: more.pollOptions ?? {},
});

const node = (events: string[], { filters, pollOptions, ...more }: INodeParameters = {}) =>
	new PolledNode(sandbox, { events, ...ofProject({ filters, pollOptions }), ...more });

const JOBS = ['JOB_STATUS_CHANGED'];
const ALL_JOBS = ['ALL_JOBS_REACHED_STATUS'];

/** New jobs, in a language that no other job of the project has. */
function newJobs(count: number, targetLang = 'ja'): string[] {
	const uids = sandbox.createJobs({ count, targetLang }).map(({ uid }) => uid);
	sandbox.setJobStatus(uids, 'NEW');
	return uids;
}

const uidsOf = (items: IDataObject[] | null) => items?.map(({ jobUid }) => jobUid);

async function createProject(name: string): Promise<unknown> {
	const { items } = await runTms(sandbox, {
		resource: 'project',
		operation: 'create',
		name,
		sourceLang: 'en',
		targetLangs: ['de'],
	});
	return items[0]?.json.projectUid;
}

describe('a job that has reached a status', () => {
	it('starts the workflow once, and not what had reached it before', async () => {
		const [before, now, never] = newJobs(3);
		sandbox.setJobStatus([before ?? ''], 'COMPLETED');
		const trigger = node(JOBS);
		expect(await trigger.poll()).toBeNull();
		sandbox.setJobStatus([now ?? ''], 'COMPLETED');
		sandbox.setJobStatus([never ?? ''], 'ACCEPTED');
		const items = await trigger.poll();
		expect(items).toEqual([
			expect.objectContaining({
				event: 'JOB_STATUS_CHANGED',
				known: true,
				projectUid: sandbox.seed.project.uid,
				jobUid: now,
				status: 'COMPLETED',
				job: expect.objectContaining({ uid: now, status: 'COMPLETED', targetLang: 'ja', workflowLevel: 1 }),
				project: { uid: sandbox.seed.project.uid, name: sandbox.seed.project.name },
			}),
		]);
		expect(await trigger.poll()).toBeNull();
	});

	it('starts it although it has gone further between two polls', async () => {
		const [job = ''] = newJobs(1);
		const trigger = node(JOBS, { reachedStatuses: ['COMPLETED'] });
		await trigger.poll();
		sandbox.setJobStatus([job], 'DELIVERED');
		expect(await trigger.poll()).toMatchObject([
			{ jobUid: job, status: 'COMPLETED', job: { status: 'DELIVERED' } },
		]);
		sandbox.setJobStatus([job], 'COMPLETED');
		expect(await trigger.poll()).toBeNull();
	});

	it('starts it again when it has been set back meanwhile', async () => {
		const [job = ''] = newJobs(1);
		const trigger = node(JOBS);
		await trigger.poll();
		for (let times = 0; times < 2; times++) {
			sandbox.setJobStatus([job], 'COMPLETED');
			expect(uidsOf(await trigger.poll())).toEqual([job]);
			sandbox.setJobStatus([job], 'ACCEPTED');
			expect(await trigger.poll()).toBeNull();
		}
	});

	it('is told of several statuses, one item each', async () => {
		const [job = ''] = newJobs(1);
		const trigger = node(JOBS, { reachedStatuses: ['REJECTED', 'COMPLETED', 'DELIVERED'] });
		await trigger.poll();
		sandbox.setJobStatus([job], 'DELIVERED');
		const items = await trigger.poll();
		expect(items?.map(({ status }) => status).sort()).toEqual(['COMPLETED', 'DELIVERED']);
		sandbox.setJobStatus([job], 'REJECTED');
		expect(await trigger.poll()).toMatchObject([{ status: 'REJECTED' }]);
	});

	it('comes on whichever of many pages, each once', async () => {
		const trigger = node(JOBS, { filters: { targetLangs: ['ja'] } });
		await trigger.poll();
		const jobs = newJobs(160);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const items = await trigger.poll();
		expect(uidsOf(items)?.sort()).toEqual([...jobs].sort());
		expect(await trigger.poll()).toBeNull();
	});

	it('is not lost when a page cannot be read, and comes once after it', async () => {
		const trigger = node(JOBS);
		await trigger.poll();
		const jobs = newJobs(60);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const before = trigger.staticData;
		sandbox.fault({ match: { path: '/jobs$', nth: 2 }, do: { status: 400 } });
		const error = (await thrownBy(trigger.poll())) as NodeApiError;
		expect(error.httpCode).toBe('400');
		expect(trigger.staticData).toEqual(before);
		sandbox.clearFaults();
		expect(uidsOf(await trigger.poll())?.sort()).toEqual([...jobs].sort());
		expect(await trigger.poll()).toBeNull();
	});

	it('is not told again when n8n 1 has stored nothing since, and restarts', async () => {
		const [one = '', other = ''] = newJobs(2);
		const trigger = node(JOBS);
		await trigger.poll();
		sandbox.setJobStatus([one], 'COMPLETED');
		expect(uidsOf(await trigger.poll())).toEqual([one]);
		expect(await trigger.poll({ stores: false })).toBeNull();
		sandbox.setJobStatus([other], 'COMPLETED');
		expect(uidsOf(await trigger.poll())).toEqual([other]);
	});

	it('starts nothing twice when n8n polls while it polls', async () => {
		const [job = ''] = newJobs(1);
		const trigger = node(JOBS);
		await trigger.poll();
		sandbox.setJobStatus([job], 'COMPLETED');
		const items = await Promise.all([trigger.poll(), trigger.poll({ stores: false })]);
		expect(items.map((one) => one?.length ?? 0).sort()).toEqual([0, 1]);
	});

	it('passes the filters of the other trigger', async () => {
		const trigger = node(JOBS, { filters: { targetLangs: ['ja'], nameContains: 'GUIDE' } });
		await trigger.poll();
		const jobs = sandbox.createJobs({ names: ['guide.md', 'other.md'], targetLang: 'ja' });
		const [elsewhere] = sandbox.createJobs({ names: ['guide.md'], targetLang: 'de' });
		sandbox.setJobStatus([...jobs.map(({ uid }) => uid), elsewhere?.uid ?? ''], 'COMPLETED');
		expect(uidsOf(await trigger.poll())).toEqual([jobs[0]?.uid]);
	});

	it('is found in every project and on every workflow step, unless the steps are chosen', async () => {
		const everywhere = { filters: {}, pollOptions: { projectAge: 3650 } };
		const trigger = new PolledNode(sandbox, { events: JOBS, ...everywhere });
		const second = new PolledNode(sandbox, { events: JOBS, ...everywhere, filters: { workflowLevels: [2] } });
		await trigger.poll();
		await second.poll();
		const { jobUids } = sandbox.seed.workflowProject;
		const [own = ''] = newJobs(1);
		sandbox.setJobStatus([...jobUids, own], 'COMPLETED');
		expect(uidsOf(await trigger.poll())?.sort()).toEqual([...jobUids, own].sort());
		const onSecond = await second.poll();
		expect(onSecond?.map(({ job }) => (job as IDataObject).workflowLevel)).toEqual(
			expect.arrayContaining([2]),
		);
		expect(new Set(onSecond?.map(({ job }) => (job as IDataObject).workflowLevel)).size).toBe(1);
	});

	it('leaves out a project that Phrase refuses to show, and tells nothing twice when it is there again', async () => {
		const [job = ''] = newJobs(1);
		sandbox.setJobStatus([job], 'COMPLETED');
		const trigger = node(JOBS, { pollOptions: { startWithExisting: true } });
		expect(uidsOf(await trigger.poll())).toContain(job);
		sandbox.fault({ match: { path: '/jobs$' }, do: { status: 403 } });
		expect(await trigger.poll()).toBeNull();
		sandbox.clearFaults();
		expect(await trigger.poll()).toBeNull();
	});
});

describe('what has happened before', () => {
	it('starts the workflow when the user wants that, once', async () => {
		const jobs = newJobs(2);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const trigger = node(JOBS, {
			filters: { targetLangs: ['ja'] },
			pollOptions: { startWithExisting: true },
		});
		expect(uidsOf(await trigger.poll())?.sort()).toEqual([...jobs].sort());
		expect(await trigger.poll()).toBeNull();
	});

	it('is not new because the user looks for something else since', async () => {
		const jobs = newJobs(2);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const trigger = node(JOBS, { reachedStatuses: ['REJECTED'] });
		await trigger.poll();
		trigger.parameters = { ...trigger.parameters, reachedStatuses: ['COMPLETED'] };
		expect(await trigger.poll()).toBeNull();
	});
});

describe('all jobs of a step that have reached a status', () => {
	it('start the workflow when the last one has, with all of them in one item', async () => {
		const [last = '', ...others] = newJobs(55);
		sandbox.setJobStatus(others, 'COMPLETED');
		const trigger = node(ALL_JOBS);
		await trigger.poll();
		expect(await trigger.poll()).toBeNull();
		sandbox.setJobStatus([last], 'COMPLETED');
		const items = await trigger.poll();
		expect(items).toMatchObject([
			{
				event: 'ALL_JOBS_REACHED_STATUS',
				projectUid: sandbox.seed.project.uid,
				workflowLevel: 1,
				targetLang: 'ja',
				status: 'COMPLETED',
			},
		]);
		expect(items?.[0]?.jobs).toHaveLength(55);
		expect(await trigger.poll()).toBeNull();
	});

	it('start it again when jobs were added, and have reached it', async () => {
		const jobs = newJobs(1);
		const trigger = node(ALL_JOBS);
		await trigger.poll();
		sandbox.setJobStatus(jobs, 'COMPLETED');
		expect(await trigger.poll()).toHaveLength(1);
		const more = newJobs(1);
		expect(await trigger.poll()).toBeNull();
		sandbox.setJobStatus(more, 'COMPLETED');
		expect(await trigger.poll()).toHaveLength(1);
	});
});

describe('a project that was created', () => {
	const created = (more: INodeParameters = {}) =>
		new PolledNode(sandbox, { events: ['PROJECT_CREATED'], filters: {}, pollOptions: {}, ...more });

	it('starts the workflow once', async () => {
		const trigger = created();
		expect(await trigger.poll()).toBeNull();
		const uids = [await createProject('One'), await createProject('Other')];
		const items = await trigger.poll();
		expect(items?.map(({ projectUid }) => projectUid)).toEqual(uids);
		expect(items?.[0]).toMatchObject({ event: 'PROJECT_CREATED', project: { name: 'One' } });
		expect(await trigger.poll()).toBeNull();
	});

	it('is not lost while n8n was away, and not told twice', async () => {
		const trigger = created();
		await trigger.poll();
		const uid = await createProject('One');
		// As if n8n had looked last three days ago, and the project were as old.
		const key = 'node:Phrase TMS Polling Trigger';
		const state = trigger.staticData[key] as IDataObject;
		trigger.staticData = { [key]: { ...state, lookedAt: Number(state.lookedAt) - 72 * 3_600_000 } };
		expect((await trigger.poll())?.map(({ projectUid }) => projectUid)).toContain(uid);
		const hours = sandbox.requests().at(-1)?.query ?? '';
		expect(Number(/createdInLastHours=(\d+)/.exec(hours)?.[1])).toBeGreaterThanOrEqual(96);
		expect(await trigger.poll()).toBeNull();
	});

	it('passes the filters by its name', async () => {
		const trigger = created({ filters: { nameContains: 'website' } });
		await trigger.poll();
		await createProject('Manual');
		const uid = await createProject('Website 2');
		expect((await trigger.poll())?.map(({ projectUid }) => projectUid)).toEqual([uid]);
	});
});

describe('a test', () => {
	it('gives the newest of each event, and changes nothing', async () => {
		const jobs = newJobs(2);
		sandbox.setJobStatus(jobs, 'COMPLETED');
		const trigger = node([...JOBS, ...ALL_JOBS, 'PROJECT_CREATED'], { pollOptions: { projectAge: 3650 } });
		const items = await trigger.poll({ mode: 'manual' });
		expect(items?.map(({ event }) => event).sort()).toEqual([
			'ALL_JOBS_REACHED_STATUS',
			'JOB_STATUS_CHANGED',
			'PROJECT_CREATED',
		]);
		expect(trigger.staticData).toEqual({});
	});

	it('says that there is nothing yet', async () => {
		const trigger = node(JOBS, { reachedStatuses: ['REJECTED'], filters: { targetLangs: ['ja'] } });
		const error = (await thrownBy(trigger.poll({ mode: 'manual' }))) as NodeApiError;
		expect(error.message).toContain('nothing in Phrase yet');
	});

	it.each([
		[{ events: [] }, "'Events'"],
		[{ events: ['JOB_CREATED'] }, "'JOB_CREATED'"],
		[{ events: JOBS, reachedStatuses: [] }, "'Reached Statuses'"],
		[{ events: JOBS, pollOptions: { projectAge: 0 } }, "'Projects of the Last (Days)'"],
	])('refuses %j, and asks nothing', async (parameters, name) => {
		const trigger = new PolledNode(sandbox, { filters: {}, pollOptions: {}, ...parameters });
		const error = (await thrownBy(trigger.poll())) as Error;
		expect(error.message).toContain(name);
		expect(sandbox.requests()).toEqual([]);
	});
});
