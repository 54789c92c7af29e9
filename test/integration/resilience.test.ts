import { hashBinary, storeBinary } from '../../n8n/inProcess';
import { hurry } from '../support/hurry';
import { byId, emptyItems, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
hurry();

const PARALLEL = { parallelRequests: 16 };

/** Parameters that download the target files of the jobs in the items. */
function downloads() {
	return {
		resource: 'job',
		operation: 'downloadTargetFile',
		projectUid: byId(sandbox.seed.project.uid),
		jobUid: '={{ $json.uid }}',
		options: PARALLEL,
	};
}

it('a download that is cut at half its length is exported anew, never downloaded again with the same id', async () => {
	const [job] = sandbox.createJobs({ sizeBytes: 3_000_000 });
	sandbox.fault({ match: { path: '/downloadTargetFile/', times: 1 }, do: { cut: 0.5 } });
	const { items } = await runTms(sandbox, downloads(), { items: [{ json: { uid: job?.uid ?? '' } }] });
	expect(await hashBinary(items[0]?.binary?.data)).toBe((await sandbox.job(job?.uid ?? '')).target.sha256);
	expect(sandbox.counters().spentIdReuse).toBe(0);
	expect(sandbox.counters().byOperation).toMatchObject({ completedFileV3: 2, downloadCompletedFile: 2 });
});

it('when every download is cut, it gives up after three exports, and names the last one', async () => {
	const [job] = sandbox.createJobs({ sizeBytes: 100_000 });
	sandbox.fault({ match: { path: '/downloadTargetFile/' }, do: { cut: 0.5 } });
	const { items } = await runTms(sandbox, downloads(), {
		items: [{ json: { uid: job?.uid ?? '' } }],
		continueOnFail: true,
	});
	const error = { projectUid: job?.projectUid, jobUid: job?.uid, asyncRequestId: expect.any(String) };
	expect(items).toEqual([{ json: { error: expect.objectContaining(error) }, pairedItem: { item: 0 } }]);
	expect(sandbox.counters().byOperation).toMatchObject({ completedFileV3: 3, downloadCompletedFile: 3 });
	expect(sandbox.counters().spentIdReuse).toBe(0);
});

describe('while 30 % of all requests are answered with 429 or 503', () => {
	beforeEach(() => {
		sandbox.fault({ match: { path: '^/web/', rate: 0.15 }, do: { status: 429, retryAfter: 0 } });
		sandbox.fault({ match: { path: '^/web/', rate: 0.15 / 0.85 }, do: { status: 503, body: 'html' } });
	});

	it('all files are uploaded, and no job is created twice', async () => {
		const items = await Promise.all(
			Array.from({ length: 60 }, async (_, index) => ({
				json: {},
				binary: {
					data: await storeBinary(Buffer.from(`text ${index}`), { fileName: `file-${index}.txt` }),
				},
			})),
		);
		const run = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'create',
				projectUid: byId(sandbox.seed.project.uid),
				targetLangs: 'de',
				waitForCompletion: false,
				options: PARALLEL,
			},
			{ items },
		);
		expect(run.items.map(({ json }) => json.filename)).toEqual(items.map((_, index) => `file-${index}.txt`));
		expect(sandbox.counters().duplicateJobs).toBe(0);
		expect(sandbox.counters().faults).toBeGreaterThan(10);
	});

	it('all target files arrive, and no id is used twice', async () => {
		const jobs = sandbox.createJobs({ count: 60 });
		const run = await runTms(sandbox, downloads(), { items: jobs.map(({ uid }) => ({ json: { uid } })) });
		const hashes = await Promise.all(run.items.map(async ({ binary }) => await hashBinary(binary?.data)));
		const wanted = await Promise.all(jobs.map(async ({ uid }) => (await sandbox.job(uid)).target.sha256));
		expect(hashes).toEqual(wanted);
		expect(sandbox.counters().spentIdReuse).toBe(0);
		expect(sandbox.counters().faults).toBeGreaterThan(10);
	});
});

it('an upload whose answer is lost is not repeated, so that no job is created twice', async () => {
	sandbox.fault({ match: { method: 'POST', path: '/jobs$' }, do: { reset: 'after' } });
	const { items } = await runTms(
		sandbox,
		{
			resource: 'job',
			operation: 'create',
			projectUid: byId(sandbox.seed.project.uid),
			targetLangs: 'de',
		},
		{
			items: [{ json: {}, binary: { data: await storeBinary(Buffer.from('text')) } }],
			continueOnFail: true,
		},
	);
	expect(items[0]?.json).toHaveProperty('error');
	expect(sandbox.counters().byOperation).toMatchObject({ createJob: 1 });
	expect(sandbox.counters().duplicateJobs).toBe(0);
});

// Log-ins are kept in the process, so that only a Phrase of its own has seen none yet.
describe('a Phrase to which nobody has signed in yet', () => {
	const own = useSandbox();

	it('a token that expires in the middle of 200 items costs one log-in and no item', async () => {
		const { uid, jobUid } = own.seed.project;
		const get = {
			resource: 'job',
			operation: 'get',
			projectUid: byId(uid),
			jobUid: byId(jobUid),
			options: PARALLEL,
		};
		own.configure({ tokenLifeRequests: 120 });
		const { items } = await runTms(own, get, { items: emptyItems(200) });
		expect(items).toHaveLength(200);
		expect(items.every(({ json }) => json.jobUid === jobUid)).toBe(true);
		expect(own.counters().logins).toBe(2);
		expect(own.counters().unauthorized).toBeGreaterThan(0);
	});
});
