import type { IDataObject, INodeParameters, WorkflowActivateMode } from 'n8n-workflow';
import { logLines } from '../support/logLines';
import { thrownBy } from '../support/thrownBy';
import { byId } from '../support/tms';
import { triggerFor, type TriggerInN8n } from '../support/triggerInN8n';
import { useSandbox } from '../support/useSandbox';

const HOUR_MS = 60 * 60 * 1000;
const JOBS = 'JOB_STATUS_CHANGED';
const ALL_JOBS = 'ALL_JOBS_REACHED_STATUS';

/** What has reached the state when the workflow is activated starts it once, and so does what reaches it later. */
describe('Phrase TMS Trigger with what is there', () => {
	const sandbox = useSandbox();
	const started: TriggerInN8n[] = [];

	afterEach(async () => {
		await Promise.all(started.splice(0).map(async (n8n) => await n8n.close()));
		jest.restoreAllMocks();
	});

	async function serve(events: string[], options: INodeParameters = {}, filters: INodeParameters = {}) {
		const parameters: INodeParameters = {
			events,
			filters: {
				projectUid: byId(sandbox.seed.project.uid),
				statuses: ['COMPLETED'],
				targetLangs: ['ja', 'ko'],
				...filters,
			},
			eventOptions: { startWithExisting: true, ...options },
		};
		const n8n = triggerFor(sandbox, { parameters });
		started.push(n8n);
		await n8n.serve();
		return n8n;
	}

	function jobs(count: number, status?: 'COMPLETED' | 'ACCEPTED', targetLang = 'ja'): string[] {
		const uids = sandbox.createJobs({ count, targetLang }).map(({ uid }) => uid);
		sandbox.setJobStatus(uids, status ?? 'NEW');
		return uids;
	}

	const uidsOf = (items: IDataObject[]) => items.map(({ jobUid }) => jobUid).sort();

	async function activate(n8n: TriggerInN8n, mode?: WorkflowActivateMode): Promise<void> {
		await n8n.activate(mode);
		await sandbox.delivered();
	}

	test.each([
		['registers it and then starts it', false],
		['starts it and then registers it', true],
	])(
		'n8n that %s starts once with the jobs in the status, and not again later',
		async (_order, startsFirst) => {
			const there = jobs(3, 'COMPLETED');
			jobs(2, 'ACCEPTED');
			const n8n = await serve([JOBS]);
			n8n.startsFirst = startsFirst;
			await activate(n8n);
			expect(n8n.executions).toHaveLength(1);
			expect(uidsOf(n8n.items())).toEqual([...there].sort());
			expect(n8n.items()[0]).toMatchObject({
				event: JOBS,
				known: true,
				eventUid: null,
				projectUid: sandbox.seed.project.uid,
				job: { status: 'COMPLETED', targetLang: 'ja', workflowLevel: 1 },
			});
			await activate(n8n, 'init');
			await n8n.deactivate();
			await activate(n8n);
			expect(n8n.executions).toHaveLength(1);
		},
	);

	test('without the option, starts with nothing and asks for no jobs', async () => {
		jobs(1, 'COMPLETED');
		const n8n = await serve([JOBS], { startWithExisting: false });
		await activate(n8n);
		expect(n8n.executions).toEqual([]);
		expect(sandbox.requests().filter(({ path }) => path.endsWith('/jobs'))).toEqual([]);
	});

	test('the event of a job that it has started with starts nothing, whenever it comes', async () => {
		const there = jobs(2, 'COMPLETED');
		const n8n = await serve([JOBS]);
		await activate(n8n);
		// The change came between the registration and the look; Phrase tells it late, and after n8n has started again.
		sandbox.setJobStatus(there.slice(0, 1), 'COMPLETED');
		await sandbox.delivered();
		await activate(n8n, 'init');
		sandbox.setJobStatus(there.slice(1), 'COMPLETED');
		await sandbox.delivered();
		expect(sandbox.webhookCalls()).toHaveLength(2);
		expect(uidsOf(n8n.items())).toEqual([...there].sort());
	});

	test('a job that is set back and completed again later starts it again', async () => {
		const [job = ''] = jobs(1, 'COMPLETED');
		const n8n = await serve([JOBS]);
		await activate(n8n);
		sandbox.advance(HOUR_MS);
		sandbox.setJobStatus([job], 'ACCEPTED');
		sandbox.setJobStatus([job], 'COMPLETED');
		await sandbox.delivered();
		expect(uidsOf(n8n.items())).toEqual([job, job]);
	});

	test('what events have told does not come again when n8n starts; what n8n missed does, and once', async () => {
		sandbox.configure({ webhooks: { scheduleMs: [] } });
		const n8n = await serve([JOBS]);
		await activate(n8n);
		const [told = '', missed = ''] = jobs(2);
		sandbox.setJobStatus([told], 'COMPLETED');
		await sandbox.delivered();
		n8n.isDown = true;
		sandbox.setJobStatus([missed], 'COMPLETED');
		await sandbox.delivered();
		n8n.isDown = false;
		await activate(n8n, 'init');
		await activate(n8n, 'init');
		expect(n8n.items().map(({ jobUid }) => jobUid)).toEqual([told, missed]);
	});

	test('starts once with the steps whose jobs have all reached the status', async () => {
		const complete = jobs(2, 'COMPLETED', 'ja');
		const [open = ''] = [...jobs(1, 'ACCEPTED', 'ko'), ...jobs(1, 'COMPLETED', 'ko')];
		const n8n = await serve([ALL_JOBS], {}, { statuses: [] });
		await activate(n8n);
		expect(n8n.items()).toEqual([
			expect.objectContaining({ event: ALL_JOBS, status: 'COMPLETED', targetLang: 'ja', workflowLevel: 1 }),
		]);
		expect((n8n.items()[0]?.jobs as IDataObject[]).map(({ uid }) => uid).sort()).toEqual(complete.sort());
		sandbox.setJobStatus(complete.slice(0, 1), 'DELIVERED');
		sandbox.setJobStatus([open], 'COMPLETED');
		await sandbox.delivered();
		await activate(n8n, 'init');
		expect(n8n.items().map(({ targetLang }) => targetLang)).toEqual(['ja', 'ko']);
	});

	test('more than the limit: says how many and what to do, and leaves no webhook', async () => {
		jobs(3, 'COMPLETED');
		const n8n = await serve([JOBS], { startLimit: 2 });
		const { message } = (await thrownBy(n8n.activate())) as Error;
		expect(message).toContain("finds 3 jobs and groups of jobs, more than 'Limit at Start' allows (2)");
		expect(message).toContain("raise 'Limit at Start'");
		expect(n8n.executions).toEqual([]);
		expect(sandbox.webhooks()).toEqual([]);
	});

	test.each([
		[[JOBS], { statuses: [] }],
		[['PROJECT_CREATED'], {}],
	])('with nothing that can be there (%j), says what to choose', async (events, filters) => {
		const n8n = await serve(events, {}, filters);
		const { message } = (await thrownBy(n8n.activate())) as Error;
		expect(message).toContain("'Start With What Is There' has nothing to look for");
		expect(message).toContain("filter 'Job Status'");
	});

	test('what cannot be read fails the activation, but not the start of n8n, which makes up for it', async () => {
		const there = jobs(1, 'COMPLETED');
		const n8n = await serve([JOBS]);
		sandbox.fault({ match: { path: '/jobs$', times: 1 }, do: { status: 400 } });
		expect(await thrownBy(n8n.activate())).toMatchObject({ httpCode: '400' });
		expect(sandbox.webhooks()).toEqual([]);
		sandbox.clearFaults();
		await activate(n8n);
		const later = jobs(1, 'COMPLETED');
		const log = logLines();
		sandbox.fault({ match: { path: '/jobs$', times: 1 }, do: { status: 400 } });
		await activate(n8n, 'init');
		expect(log).toContainEqual(['error', expect.stringContaining('Could not look for what has reached')]);
		expect(sandbox.webhooks()).toHaveLength(1);
		sandbox.clearFaults();
		await activate(n8n, 'init');
		expect(n8n.items().map(({ jobUid }) => jobUid)).toEqual([...there, ...later]);
	});
});
