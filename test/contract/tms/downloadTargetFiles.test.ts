import { hashBinary } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const download = (more = {}) => ({
	resource: 'job',
	operation: 'downloadTargetFiles',
	projectUid: byId(sandbox.seed.project.uid),
	...more,
});

const targetOf = async (jobUid: unknown) => (await sandbox.job(String(jobUid))).target;

it('gives one item for each job of a list, in its order', async () => {
	const jobs = sandbox.createJobs({ count: 12 }).map(({ uid }) => uid);
	const { items } = await runTms(sandbox, download({ jobUids: '={{ $json.jobs }}' }), {
		items: [{ json: { jobs } }],
	});
	expect(items.map(({ json }) => json.jobUid)).toEqual(jobs);
	for (const { json, binary } of items) {
		const { name, sha256 } = await targetOf(json.jobUid);
		expect([json.fileName, await hashBinary(binary?.data)]).toEqual([name, sha256]);
	}
	expect(items[0]?.json).toMatchObject({
		projectUid: sandbox.seed.project.uid,
		asyncRequestId: expect.any(String),
		wait: { mode: 'polling', callbacks: 0 },
	});
});

it('takes one job per item as well, and pairs the output with it', async () => {
	const jobs = sandbox.createJobs({ count: 3 });
	const { items } = await runTms(sandbox, download({ binaryPropertyName: 'target' }), {
		items: jobs.map(({ uid }) => ({ json: { jobUid: uid } })),
	});
	expect(items.map(({ json }) => json.jobUid)).toEqual(jobs.map(({ uid }) => uid));
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(items.every(({ binary }) => binary?.target !== undefined)).toBe(true);
});

it('takes all jobs of a project that match, over all pages', async () => {
	const { busyProject } = sandbox.seed;
	const { items } = await runTms(
		sandbox,
		download({ projectUid: byId(busyProject.uid), jobs: 'project', filters: { targetLang: 'de' } }),
	);
	expect(items).toHaveLength(busyProject.jobs / 2);
	expect(new Set(items.map(({ json }) => json.targetLang))).toEqual(new Set(['de']));
});

it('takes the jobs of one workflow level or of all', async () => {
	const { workflowProject } = sandbox.seed;
	const of = (more = {}) => download({ projectUid: byId(workflowProject.uid), jobs: 'project', ...more });
	const all = await runTms(sandbox, of());
	expect(all.items.map(({ json }) => json.workflowLevel)).toEqual([1, 2]);
	const second = await runTms(sandbox, of({ workflowLevels: 'one', workflowLevel: 2 }));
	expect(second.items.map(({ json }) => json.workflowLevel)).toEqual([2]);
});

it('gives one item for each language when asked', async () => {
	const { uid, jobUid, nonAsciiJobUid } = sandbox.seed.project;
	const [german] = sandbox.createJobs({ targetLang: 'de' });
	const { items } = await runTms(
		sandbox,
		download({ jobUids: [jobUid, german?.uid, nonAsciiJobUid].join(), itemFor: 'language' }),
	);
	expect(items.map(({ json }) => json)).toEqual([
		{
			projectUid: uid,
			targetLang: 'cs_cz',
			files: [
				expect.objectContaining({ jobUid, binaryPropertyName: 'data_0', fileName: 'guide.md' }),
				expect.objectContaining({ jobUid: nonAsciiJobUid, binaryPropertyName: 'data_1' }),
			],
		},
		{ projectUid: uid, targetLang: 'de', files: [expect.objectContaining({ jobUid: german?.uid })] },
	]);
	expect(await hashBinary(items[0]?.binary?.data_1)).toBe((await targetOf(nonAsciiJobUid)).sha256);
});

describe('when one of 20 exports fails', () => {
	const names = Array.from({ length: 20 }, (_, index) =>
		index === 7 ? 'fail-export.txt' : `file-${index}.txt`,
	);

	it.each([
		['a list', (uids: string[]) => [{ json: { jobUid: uids.join() } }]],
		['single items', (uids: string[]) => uids.map((jobUid) => ({ json: { jobUid } }))],
	])('the others arrive from %s, with Continue On Fail', async (_case, toItems) => {
		const uids = sandbox.createJobs({ names }).map(({ uid }) => uid);
		const { items } = await runTms(sandbox, download(), { items: toItems(uids), continueOnFail: true });
		expect(items.map(({ json }) => json.jobUid)).toEqual(uids.map((uid, at) => (at === 7 ? undefined : uid)));
		expect(items[7]?.json).toEqual({
			error: expect.objectContaining({
				message: 'The export of the target file did not succeed in Phrase',
				errorCode: 'EXPORT_FAILED',
				description: expect.stringContaining('The target file could not be made.'),
				jobUid: uids[7],
			}),
		});
	});

	it('the run fails otherwise', async () => {
		const uids = sandbox.createJobs({ names }).map(({ uid }) => uid);
		const error = await thrownBy(runTms(sandbox, download({ jobUids: uids.join() })));
		expect((error as Error).message).toBe('The export of the target file did not succeed in Phrase');
	});
});

it('exports anew what is cut on its way, and nothing else', async () => {
	const jobs = sandbox.createJobs({ count: 6, sizeBytes: 200_000 }).map(({ uid }) => uid);
	sandbox.fault({ match: { path: '/downloadTargetFile/', nth: 3 }, do: { cut: 0.5 } });
	const { items } = await runTms(sandbox, download({ jobUids: jobs.join() }));
	const hashes = await Promise.all(items.map(async ({ binary }) => await hashBinary(binary?.data)));
	expect(hashes).toEqual(await Promise.all(jobs.map(async (uid) => (await targetOf(uid)).sha256)));
	expect(sandbox.counters().byOperation).toMatchObject({ completedFileV3: 7, downloadCompletedFile: 7 });
});

it('says nothing of the wait when that is not wanted', async () => {
	const { items } = await runTms(
		sandbox,
		download({ jobUids: sandbox.seed.project.jobUid, options: { includeWaitDetails: false } }),
	);
	expect(items[0]?.json).not.toHaveProperty('wait');
});
