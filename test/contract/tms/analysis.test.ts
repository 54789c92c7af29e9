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
