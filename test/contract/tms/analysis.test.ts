import { thrownBy } from '../../support/thrownBy';
import { runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const create = (more: object = {}) => ({ resource: 'analysis', operation: 'create', ...more });

it('counts, and gives an item for each analysis that Phrase makes', async () => {
	const jobUids = ['de', 'cs_cz'].flatMap((targetLang) =>
		sandbox.createJobs({ targetLang }).map(({ uid }) => uid),
	);
	const { items } = await runTms(
		sandbox,
		create({ jobUids: jobUids.join(), options: { analyzeByLanguage: true, name: 'Words' } }),
	);
	expect(items.map(({ json }) => json)).toEqual(
		['381708066', '381708067'].map((id) =>
			expect.objectContaining({
				asyncRequestId: id,
				analysisId: `a${id}`,
				asyncRequest: expect.objectContaining({ asyncResponse: expect.objectContaining({}) }),
				wait: expect.objectContaining({ mode: 'polling' }),
			}),
		),
	);
	expect(sandbox.counters().byOperation.createAnalyseAsyncV2).toBe(1);
});

it('goes on at once when that is wanted', async () => {
	sandbox.configure({ times: { preTranslateMs: 60_000 } });
	const { items } = await runTms(
		sandbox,
		create({ jobUids: sandbox.seed.project.jobUid, waitForCompletion: false }),
	);
	expect(items).toEqual([
		{
			json: expect.objectContaining({ asyncRequestId: '381708066', analysisId: 'a381708066' }),
			pairedItem: { item: 0 },
		},
	]);
});

it('says that nothing is known of the work when Phrase lists none', async () => {
	sandbox.fault({ match: { path: '/analyses' }, do: { status: 200, body: 'empty' } });
	const error = await thrownBy(runTms(sandbox, create({ jobUids: sandbox.seed.project.jobUid })));
	expect(error).toMatchObject({ message: 'Phrase took the call but named no asynchronous request' });
});
