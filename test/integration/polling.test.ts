import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashBinary, home } from '../../n8n/inProcess';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { until } from '../support/until';
import { useSandbox } from '../support/useSandbox';

jest.setTimeout(60_000);

const sandbox = useSandbox();

/** Parameters that download the target files of the jobs in the items. */
function downloads(more = {}) {
	return {
		resource: 'job',
		operation: 'downloadTargetFile',
		projectUid: byId(sandbox.seed.project.uid),
		jobUid: '={{ $json.uid }}',
		...more,
	};
}

const itemsOf = (jobs: Array<{ uid: string }>) => jobs.map(({ uid }) => ({ json: { uid } }));

/** Requests for the state of asynchronous requests, limits included. */
const statusRequests = () => sandbox.requests().filter(({ path }) => path.includes('/api2/v1/async')).length;

it('20 exports run at once, whatever Parallel Requests says, and share their polling', async () => {
	sandbox.configure({ times: { exportMs: 5_000 } });
	const jobs = sandbox.createJobs({ count: 20 });
	const { items } = await runTms(sandbox, downloads(), { items: itemsOf(jobs) });
	expect(items.map(({ json }) => json.jobUid)).toEqual(jobs.map(({ uid }) => uid));
	const hashes = await Promise.all(items.map(async ({ binary }) => await hashBinary(binary?.data)));
	expect(hashes).toEqual(
		await Promise.all(jobs.map(async ({ uid }) => (await sandbox.job(uid)).target.sha256)),
	);
	// All were started before the first one was collected.
	const order = sandbox.requests().flatMap(({ operationId }) => operationId ?? []);
	expect(order.lastIndexOf('completedFileV3')).toBeLessThan(order.indexOf('downloadCompletedFile'));
	expect(sandbox.counters().requestsInFlightPeak).toBeLessThanOrEqual(10);
	expect(statusRequests()).toBeLessThanOrEqual(20 + 12);
});

it('requests that an earlier node started are waited for together', async () => {
	sandbox.configure({ times: { exportMs: 2_500 } });
	const jobs = sandbox.createJobs({ count: 12 });
	const started = await runTms(sandbox, downloads({ operation: 'requestTargetFile' }), {
		items: itemsOf(jobs),
	});
	const before = statusRequests();
	const wait = {
		resource: 'asyncRequest',
		operation: 'wait',
		asyncRequestId: '={{ $json.asyncRequestId }}',
	};
	const { items } = await runTms(sandbox, wait, { items: started.items });
	expect(items.map(({ json }) => json.asyncRequestId)).toEqual(
		started.items.map(({ json }) => json.asyncRequestId),
	);
	expect(items[0]?.json).toMatchObject({ wait: { mode: 'polling' }, asyncResponse: expect.anything() });
	// Each by itself, they would cost 60. How many lists it takes depends on how far apart the machine started them.
	expect(statusRequests() - before).toBeLessThanOrEqual(12 + 12);
});

it('goes on without the list when Phrase refuses it', async () => {
	sandbox.configure({ times: { exportMs: 1_200 } });
	sandbox.fault({ match: { path: '/api2/v1/async$' }, do: { status: 403 } });
	const jobs = sandbox.createJobs({ count: 4 });
	const { items } = await runTms(sandbox, downloads(), { items: itemsOf(jobs) });
	expect(items.map(({ json }) => json.jobUid)).toEqual(jobs.map(({ uid }) => uid));
	expect(sandbox.counters().byOperation.listPendingRequests).toBe(1);
});

it('starts no more exports than Phrase takes, and says so', async () => {
	sandbox.configure({ pendingLimit: 3, times: { exportMs: 400 } });
	const jobs = sandbox.createJobs({ count: 8 });
	const { items, context } = await runTms(sandbox, downloads(), { items: itemsOf(jobs) });
	expect(items.map(({ json }) => json.jobUid)).toEqual(jobs.map(({ uid }) => uid));
	expect(sandbox.counters().byStatus).not.toHaveProperty('429');
	expect(context.hints).toEqual([
		expect.objectContaining({ message: expect.stringContaining('Phrase allows 3 asynchronous requests') }),
	]);
});

it('gets by when another run takes the room that there was', async () => {
	sandbox.configure({ pendingLimit: 3, times: { exportMs: 300 } });
	const runs = [6, 6].map(async (count) => {
		const items = itemsOf(sandbox.createJobs({ count }));
		return await runTms(sandbox, downloads(), { items });
	});
	const files = (await Promise.all(runs)).map(
		({ items }) => items.filter(({ binary }) => binary?.data).length,
	);
	expect(files).toEqual([6, 6]);
	expect(sandbox.counters().spentIdReuse).toBe(0);
});

it('asks for no limit when there is a single item', async () => {
	await runTms(sandbox, downloads(), { items: itemsOf(sandbox.createJobs({})) });
	expect(sandbox.counters().byOperation).not.toHaveProperty('getCurrentLimitStatus');
});

it('goes on when Phrase does not tell its limits', async () => {
	sandbox.fault({ match: { path: '/api2/v1/async/status$' }, do: { status: 403 } });
	const jobs = sandbox.createJobs({ count: 6 });
	const { items } = await runTms(sandbox, downloads(), { items: itemsOf(jobs) });
	expect(items).toHaveLength(6);
});

it('waits for room no longer than the time limit', async () => {
	sandbox.configure({ pendingLimit: 1, times: { exportMs: 60_000 } });
	const run = runTms(sandbox, downloads({ options: { timeLimit: 0.02 } }), {
		items: itemsOf(sandbox.createJobs({ count: 2 })),
		continueOnFail: true,
	});
	const messages = (await run).items.map(({ json }) => (json.error as { message: string }).message);
	expect(messages).toEqual([
		expect.stringContaining('is still running'),
		expect.stringContaining('no room for another asynchronous request'),
	]);
});

it('stopping the execution ends all waits, and no request follows', async () => {
	sandbox.configure({ times: { exportMs: 60_000 } });
	const stop = new AbortController();
	const ended = thrownBy(
		runTms(sandbox, downloads(), {
			items: itemsOf(sandbox.createJobs({ count: 20 })),
			signal: stop.signal,
		}),
	);
	await until(() => (sandbox.counters().byOperation.listPendingRequests ?? 0) > 0);
	stop.abort();
	await ended;
	const { requestsTotal } = sandbox.counters();
	// Longer than the longest pause between two looks at this time.
	await new Promise((resolve) => setTimeout(resolve, 1_500));
	expect(sandbox.counters().requestsTotal).toBe(requestsTotal);
});

it('leaves nothing of a download that broke off in the binary storage', async () => {
	const [job] = sandbox.createJobs({ sizeBytes: 3_000_000 });
	sandbox.fault({ match: { path: '/downloadTargetFile/', times: 2 }, do: { cut: 0.5 } });
	const before = stored();
	const { items } = await runTms(sandbox, downloads(), { items: itemsOf(job ? [job] : []) });
	const added = stored().filter((file) => !before.includes(file));
	const id = items[0]?.binary?.data?.id?.split('/').at(-1) ?? 'no id';
	expect(added.filter((file) => !file.includes(id))).toEqual([]);
	expect(added.length).toBeGreaterThan(0);
});

/** Files in n8n's binary storage. */
function stored(): string[] {
	return readdirSync(join(home, 'binaryData'), { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ name }) => name);
}
