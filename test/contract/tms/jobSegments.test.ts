import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { storeBinary } from '../../../n8n/inProcess';
import { hurry } from '../../support/hurry';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

hurry();

const sandbox = useSandbox();

const LINES = ['One two.', 'Three.', 'Four five six.', 'Seven.', 'Eight.', 'Nine ten.'];

const run = async (operation: string, parameters: INodeParameters, setup = {}) => {
	const projectUid = byId(sandbox.seed.project.uid);
	const all = { resource: 'job', operation, projectUid, ...parameters };
	return (await runTms(sandbox, all, setup)).items.map(({ json }) => json);
};

/** A job with six segments. */
async function sixSegments(): Promise<string> {
	const data = await storeBinary(Buffer.from(LINES.join('\n')), { fileName: 'six.txt' });
	const [created] = await run('create', { targetLangs: ['de'] }, { items: [{ json: {}, binary: { data } }] });
	return String(created?.jobUid);
}

const sourcesOf = async (jobUid: string, more: INodeParameters = {}) =>
	(await run('getSegments', { jobUid: byId(jobUid), ...more })).map(({ source }) => source);

describe('job: getSegments', () => {
	it('gives each segment with the ids of its job', async () => {
		const jobUid = await sixSegments();
		const segments = await run('getSegments', { jobUid: byId(jobUid) });
		expect(segments).toHaveLength(6);
		expect(segments[2]).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			jobUid,
			source: 'Four five six.',
			translation: '[de] Four five six.',
		});
	});

	it('gives as many as are wanted, from where they are wanted', async () => {
		const jobUid = await sixSegments();
		expect(await sourcesOf(jobUid, { limit: 2, options: { beginIndex: 3 } })).toEqual(['Seven.', 'Eight.']);
		expect(await sourcesOf(jobUid, { returnAll: true, options: { beginIndex: 5 } })).toEqual(['Nine ten.']);
		expect(await sourcesOf(jobUid, { options: { beginIndex: 6 } })).toEqual([]);
	});

	it('says what to do when the job does not tell which segments it has', async () => {
		sandbox.fault({
			match: { method: 'GET', path: '/jobs/[^/]+$' },
			do: { status: 200, body: '{"uid":"x"}' },
		});
		const error = await thrownBy(sourcesOf(sandbox.seed.project.jobUid));
		expect((error as Error).message).toContain('does not tell which segments job');
	});
});

describe('job: split', () => {
	it.each<[INodeParameters, string[][]]>([
		[{ splitBy: 'partCount', partCount: 3 }, [LINES.slice(0, 2), LINES.slice(2, 4), LINES.slice(4)]],
		[{ splitBy: 'partSize', partSize: 4 }, [LINES.slice(0, 4), LINES.slice(4)]],
		[
			{ splitBy: 'segmentOrdinals', segmentOrdinals: '1, 5' },
			[['One two.'], LINES.slice(1, 5), ['Nine ten.']],
		],
		[{ splitBy: 'wordCount', wordCount: 15 }, [LINES.slice(0, 3), LINES.slice(3)]],
	])('by %j makes jobs whose segments can be had', async (by, parts) => {
		const jobs = await run('split', { jobUid: byId(await sixSegments()), ...by });
		expect(jobs).toEqual(
			parts.map((): unknown =>
				expect.objectContaining({
					projectUid: sandbox.seed.project.uid,
					jobUid: expect.any(String),
					filename: 'six.txt',
				}),
			),
		);
		expect(await Promise.all(jobs.map(async ({ jobUid }) => await sourcesOf(String(jobUid))))).toEqual(parts);
	});

	it.each([
		['', "'Segment Numbers': must not be empty"],
		['1, x', "'Segment Numbers'"],
		['0', "'Segment Numbers'"],
	])('sends nothing for the segment numbers %j', async (segmentOrdinals, message) => {
		const by = { splitBy: 'segmentOrdinals', segmentOrdinals };
		const error = await thrownBy(run('split', { jobUid: byId('any'), ...by }));
		expect((error as Error).message).toContain(message);
		expect(sandbox.requests()).toEqual([]);
	});

	it('says what Phrase said of a job that cannot be split so', async () => {
		const by = { splitBy: 'documentPart' };
		const error = await thrownBy(run('split', { jobUid: byId(await sixSegments()), ...by }));
		expect((error as NodeApiError).description).toContain('cannot be split so');
	});
});

describe('job: getSegmentCounts', () => {
	it('counts the jobs of any number of calls', async () => {
		const jobUids = sandbox.createJobs({ count: 130 }).map(({ uid }) => uid);
		const counts = await run('getSegmentCounts', { jobUids });
		expect(counts.map(({ jobUid }) => jobUid)).toEqual(jobUids);
		expect(counts[0]).toEqual({
			projectUid: sandbox.seed.project.uid,
			jobUid: jobUids[0],
			allConfirmed: false,
			segmentsCount: 1,
			translatedSegmentsCount: 1,
			completedSegmentsCount: 0,
			wordsCount: 3,
			confirmedWordsCount: 0,
			completedWordsCount: 0,
			qualityAssuranceResolved: true,
		});
		expect(sandbox.counters().byOperation.getSegmentsCount).toBe(2);
	});

	it('gives all that Phrase counts when not simplified', async () => {
		const [counts] = await run('getSegmentCounts', { jobUids: await sixSegments(), simplify: false });
		expect(counts).toMatchObject({ counts: { lockedSegmentsCount: 0, segmentsCount: 6 } });
	});
});

describe('job: deleteTranslations', () => {
	const translated = async (jobUid: string) =>
		(await run('getSegmentCounts', { jobUids: jobUid }))[0]?.translatedSegmentsCount;

	it('empties all segments, a hundred jobs at once', async () => {
		const jobUids = sandbox.createJobs({ count: 130 }).map(({ uid }) => uid);
		expect(await run('deleteTranslations', { jobUids })).toEqual(
			jobUids.map((jobUid) => ({
				projectUid: sandbox.seed.project.uid,
				jobUid,
				translationsDeleted: true,
			})),
		);
		expect(await translated(jobUids[129] ?? '')).toBe(0);
		expect(sandbox.counters().byOperation.deleteAllTranslations).toBe(2);
	});

	it.each([
		[{ confirmed: 'yes' }, 6],
		[{ confirmed: 'no' }, 0],
		[{ locked: 'yes' }, 6],
		[{}, 0],
	])('empties those of %j, and leaves %i of six unlocked and unconfirmed ones', async (chosen, left) => {
		const jobUid = await sixSegments();
		await run('deleteTranslations', { jobUids: jobUid, segments: 'chosen', ...chosen });
		expect(await translated(jobUid)).toBe(left);
	});

	it('sends nothing for an expression that finds nothing', async () => {
		const parameters = { jobUids: 'any', segments: '={{ $json.nothing }}' };
		const error = await thrownBy(run('deleteTranslations', parameters));
		expect((error as Error).message).toBe("'Segments': must not be empty");
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('job: getStatusChanges', () => {
	it.each([
		['ASC', ['NEW', 'ACCEPTED', 'COMPLETED']],
		['DESC', ['COMPLETED', 'ACCEPTED', 'NEW']],
	])('gives them in the order %s', async (order, statuses) => {
		const { uid, jobUid } = sandbox.seed.project;
		for (const status of ['ACCEPTED', 'COMPLETED']) await run('setStatus', { jobUid: byId(jobUid), status });
		const changes = await run('getStatusChanges', { jobUid: byId(jobUid), order });
		expect(changes.map(({ status }) => status)).toEqual(statuses);
		expect(changes[0]).toMatchObject({ projectUid: uid, jobUid, changedBy: { role: 'PROJECT_MANAGER' } });
	});
});
