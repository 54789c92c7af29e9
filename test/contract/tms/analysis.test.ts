import type { INodeParameters, NodeApiError } from 'n8n-workflow';
import { readBinary } from '../../../n8n/inProcess';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const create = (jobUids: string[], more: object = {}) =>
	runTms(sandbox, { resource: 'analysis', operation: 'create', jobUids: jobUids.join(), ...more });

it('counts, and gives an item for each analysis that Phrase makes', async () => {
	const jobs = ['de', 'cs_cz'].flatMap((targetLang) => sandbox.createJobs({ targetLang }));
	const uids = jobs.map(({ uid }) => uid);
	const { items } = await create(uids, { options: { analyzeByLanguage: true } });
	expect(items.map(({ json }) => json.analysisId)).toEqual(['a381708066', 'a381708067']);
	expect(items[1]?.json).toMatchObject({ asyncRequest: { asyncResponse: {} }, wait: { mode: 'polling' } });
});

it('goes on at once when that is wanted, and says when Phrase lists no work', async () => {
	const { items } = await create([sandbox.seed.project.jobUid], { waitForCompletion: false });
	expect(items.map(({ json }) => json)).toMatchObject([{ asyncRequestId: '381708066' }]);
	sandbox.fault({ match: { path: '/analyses' }, do: { status: 200, body: '{}' } });
	await expect(create([sandbox.seed.project.jobUid])).rejects.toThrow('named no asynchronous request');
});

it('names every analysis that Phrase has begun, although the answer tells too little of the first', async () => {
	const begun = ['2', '3'].map((id) => ({ asyncRequest: { id }, analyse: { id: `a${id}` } }));
	const body = JSON.stringify({ asyncRequests: [{ analyse: { id: 'a1' } }, ...begun] });
	sandbox.fault({ match: { path: '/analyses' }, do: { status: 200, body } });
	const options = { parallelRequests: 1 };
	const error = (await thrownBy(create([sandbox.seed.project.jobUid], { options }))) as NodeApiError;
	expect(error.context.data).toMatchObject({
		analysisId: 'a1',
		exists: [
			{ analysisId: 'a2', asyncRequestId: '2' },
			{ analysisId: 'a3', asyncRequestId: '3' },
		],
	});
});

it('is downloaded as a file, in a form that Phrase has', async () => {
	const run = async (parameters: object) =>
		await runTms(sandbox, { resource: 'analysis', operation: 'download', ...parameters });
	const [item] = (await run({ analysisUid: '12204', format: 'JSON' })).items;
	expect(item?.json).toMatchObject({ analysisUid: '12204' });
	expect(item?.binary?.data?.fileName).toMatch(/\.json$/);
	expect((await readBinary(item?.binary?.data)).length).toBeGreaterThan(0);
	const error = (await thrownBy(run({ analysisUid: '12204', format: 'PDF' }))) as Error;
	expect(error.message).toContain("'Format'");
});

describe('analysis: recalculate', () => {
	const recalculate = async (parameters: INodeParameters, setup = {}) =>
		await runTms(sandbox, { resource: 'analysis', operation: 'recalculate', ...parameters }, setup);

	it('counts again, and gives an item for each analysis', async () => {
		const { items } = await recalculate({ analysisIds: '12, 13' });
		expect(items.map(({ json }) => json)).toMatchObject([
			{ analysisId: '12', asyncRequest: { asyncResponse: {} }, wait: { mode: 'polling' } },
			{ analysisId: '13', asyncRequest: { asyncResponse: {} }, wait: { mode: 'polling' } },
		]);
	});

	it('takes the analyses of the input, and goes on at once when that is wanted', async () => {
		const more = { analysisIds: '={{ $json.analysisId }}', waitForCompletion: false };
		const { items } = await recalculate(more, { items: [{ json: { analysisId: '12' } }] });
		expect(items[0]?.json).toMatchObject({ analysisId: '12', asyncRequestId: expect.any(String) });
		expect(items[0]?.json).not.toHaveProperty('wait');
	});

	it('names the analysis that could not be counted beside the others', async () => {
		const { items } = await recalculate({ analysisIds: 'fail12, 13' }, { continueOnFail: true });
		expect(items.map(({ json }) => json)).toMatchObject([
			{ error: { analysisId: 'fail12', errorCode: 'ANALYSE_FAILED' } },
			{ analysisId: '13' },
		]);
	});

	it.each([
		['', "'Analysis IDs': must not be empty"],
		[
			Array.from({ length: 101 }, (_, index) => index).join(),
			"'Analysis IDs': must have at most 100 entries",
		],
	])('refuses %j before anything is sent', async (analysisIds, message) => {
		expect(((await thrownBy(recalculate({ analysisIds }))) as Error).message).toContain(message);
		expect(sandbox.requests()).toHaveLength(0);
	});
});

describe('analysis: read and change', () => {
	const run = async (operation: string, parameters: INodeParameters, resource = 'analysis') =>
		(await runTms(sandbox, { resource, operation, ...parameters })).items.map(({ json }) => json);

	const projectUid = () => byId(sandbox.seed.project.uid);
	const last = () => sandbox.requests().at(-1);

	it('lists those of a project by name, and those of a job', async () => {
		const [analysis] = await run('getMany', { projectUid: projectUid(), filters: { name: '' } });
		expect(analysis).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			analysisUid: analysis?.uid,
			analysisId: analysis?.id,
		});
		const jobUid = byId(sandbox.seed.project.jobUid);
		await run('getMany', { projectUid: projectUid(), filters: { jobUid } });
		expect(last()?.path).toContain(`/jobs/${sandbox.seed.project.jobUid}/analyses`);
		const both = await thrownBy(run('getMany', { projectUid: projectUid(), filters: { jobUid, name: 'a' } }));
		expect((both as Error).message).toContain("'Job' and 'Name' exclude each other");
	});

	it('gives the counts of each language as a row', async () => {
		const counts = (words: number) => ({ segments: 2, words, characters: 9, normalizedPages: 0.1 });
		const part = (targetLang: string, words: number) => ({
			id: '1',
			sourceLang: 'en',
			targetLang,
			data: {
				available: true,
				all: counts(words),
				repetitions: counts(3),
				transMemoryMatches: { match101: counts(1), match100: counts(2) },
			},
		});
		const body = JSON.stringify({
			id: '12',
			uid: 'u',
			analyseLanguageParts: [part('de', 40), part('fr', 41)],
		});
		sandbox.fault({ match: { path: '/analyses/' }, do: { status: 200, body } });
		const rows = await run('getWordCounts', { analysisUid: 'u' });
		expect(rows[0]).toEqual({
			analysisUid: 'u',
			analysisId: '12',
			targetLang: 'de',
			segments: 2,
			words: 40,
			characters: 9,
			normalizedPages: 0.1,
			repeatedWords: 3,
			translationMemory: { match101: 1, match100: 2 },
			machineTranslation: {},
		});
		expect(rows[1]).toMatchObject({ targetLang: 'fr', words: 41 });
	});

	it('changes an analysis, and nothing when nothing is given', async () => {
		const [analysis] = await run('getMany', { projectUid: projectUid() });
		const analysisUid = String(analysis?.analysisUid);
		const provider = { row: { type: 'VENDOR', vendorId: byId('301') } };
		const updateFields = { name: 'Renamed', provider, netRateSchemeUid: byId('n') };
		expect(await run('update', { analysisUid, updateFields })).toMatchObject([{ analysisUid }]);
		expect(
			await bodiesSent({ resource: 'analysis', operation: 'update', analysisUid, updateFields }),
		).toEqual([{ name: 'Renamed', netRateScheme: { uid: 'n' }, provider: { type: 'VENDOR', id: '301' } }]);
		const error = await thrownBy(run('update', { analysisUid, updateFields: {} }));
		expect((error as Error).message).toContain("'Update Fields' says nothing");
	});

	it('says which analysis is not there', async () => {
		sandbox.fault({ match: { path: '/analyses/nowhere' }, do: { status: 404 } });
		const error = await thrownBy(run('getWordCounts', { analysisUid: 'nowhere' }));
		expect((error as Error).message).toContain('Analysis nowhere was not found');
	});
});

describe('quote', () => {
	const run = async (operation: string, parameters: INodeParameters) =>
		(await runTms(sandbox, { resource: 'quote', operation, ...parameters })).items.map(({ json }) => json);

	it('is made with its provider and its net rate scheme, and listed', async () => {
		const projectUid = byId(sandbox.seed.project.uid);
		const additionalFields = {
			provider: { row: { type: 'USER', userId: byId('201') } },
			netRateSchemeId: byId('27'),
		};
		const offer = { projectUid, analysisId: '12', priceListId: byId('1'), name: 'Offer', additionalFields };
		await run('create', offer);
		expect(
			await bodiesSent({ resource: 'quote', operation: 'create', ...offer }, { uid: 'q' }),
		).toMatchObject([{ netRateScheme: { id: '27' }, provider: { type: 'USER', id: '201' } }]);
		const [listed] = await run('getMany', { projectUid });
		expect(listed).toMatchObject({ projectUid: sandbox.seed.project.uid, quoteUid: listed?.uid });
	});

	it('is sent by email', async () => {
		const quoteUids = 'a, b';
		const mail = { subject: 'Your quote', body: 'Here it is.', options: { cc: 'pm@example.com' } };
		expect(await run('sendByEmail', { quoteUids, ...mail })).toMatchObject([{ quoteUids: ['a', 'b'] }]);
		const answer = { recipients: ['a@example.com'] };
		expect(
			await bodiesSent({ resource: 'quote', operation: 'sendByEmail', quoteUids, ...mail }, answer),
		).toEqual([
			{
				quotes: [{ uid: 'a' }, { uid: 'b' }],
				subject: 'Your quote',
				body: 'Here it is.',
				cc: 'pm@example.com',
			},
		]);
		const error = await thrownBy(run('sendByEmail', { quoteUids, ...mail, subject: '' }));
		expect((error as Error).message).toContain("'Subject': must not be empty");
	});
});
