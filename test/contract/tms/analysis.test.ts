import type { NodeApiError } from 'n8n-workflow';
import { readBinary } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { runTms } from '../../support/tms';
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
