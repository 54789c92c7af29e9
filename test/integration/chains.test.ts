import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { storeBinary } from '../../n8n/inProcess';
import type { Resources } from '../../core/operation/operation';
import { resources as languageAi } from '../../nodes/PhraseLanguageAi/resources';
import { resources as tms } from '../../nodes/PhraseTms/resources';
import { runLanguageAi } from '../support/languageAi';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** One node of a chain: what it does, and what a user has to set besides. */
type Step = [operation: string, settings?: INodeParameters];

/** Operations whose defaults a chain has used. */
const used = new Set<string>();

/**
 * Runs nodes one behind the other, as a user drags them: each takes from its input whatever is not set.
 * @returns JSON of what the last one puts out
 */
async function chain(run: typeof runTms, first: INodeExecutionData[], steps: Step[]): Promise<IDataObject[]> {
	let items = first;
	for (const [name, settings = {}] of steps) {
		const [resource = '', operation = ''] = name.split(' ');
		({ items } = await run(sandbox, { resource, operation, ...settings }, { items }));
		used.add(name);
	}
	return items.map(({ json }) => json);
}

const file = async (fileName: string) => ({
	json: {},
	binary: { data: await storeBinary(Buffer.from('One. Two.'), { fileName }) },
});

describe('a chain of nodes needs no ids', () => {
	it('from a file to its translation, in steps', async () => {
		const upload = { projectUid: byId(sandbox.seed.project.uid), targetLangs: ['de'] };
		const [last] = await chain(
			runTms,
			[await file('guide.txt')],
			[
				['job create', upload],
				['job preTranslate'],
				['job requestTargetFile'],
				['asyncRequest wait'],
				['job downloadTargetFileByAsyncRequest'],
				['job setStatus'],
				['project setStatus'],
			],
		);
		expect(last).toEqual({ projectUid: sandbox.seed.project.uid, status: 'COMPLETED' });
	});

	it('from a file of a connector to the target files', async () => {
		const { id, files } = sandbox.seed.connector;
		const { folder, encodedName } = files.guide;
		const request = { connectorId: byId(id), folder, file: encodedName, waitForCompletion: false };
		const create = { projectUid: byId(sandbox.seed.project.uid), targetLangs: ['de'] };
		const start: Step[] = [['connector requestFileDownload', request], ['connector waitForFile']];
		const [prepared] = await chain(runTms, [{ json: {} }], [...start, ['connector downloadPreparedFile']]);
		expect(prepared).toHaveProperty('fileName');
		for (const download of ['job downloadTargetFile', 'job downloadTargetFiles']) {
			const [last] = await chain(
				runTms,
				[{ json: {} }],
				[...start, ['job createFromConnectorTask', create], [download]],
			);
			expect(last).toHaveProperty('fileName');
		}
	});

	it('from a list of jobs to what is done with each', async () => {
		const list: Step = ['job getMany', { projectUid: byId(sandbox.seed.project.uid), limit: 2 }];
		const acts = ['analysis create', 'job updateMany', 'job delete'];
		for (const act of acts) {
			const settings = act === 'job updateMany' ? { updateFields: { status: 'ACCEPTED' } } : {};
			expect(await chain(runTms, [{ json: {} }], [list, [act, settings]])).toHaveLength(2);
		}
	});

	it('from a job that was found to what it holds, and to what becomes of it', async () => {
		const find: Step = ['job find', { projectUid: byId(sandbox.seed.project.uid), filename: 'guide.md' }];
		const acts: Step[][] = [
			[['job getSegmentCounts'], ['job getSegments']],
			[['translationMemory searchByJob', { query: 'morning' }]],
			[['translationMemory searchSegmentByJob', { segment: 'Good morning' }]],
			[['termBase searchByJob', { query: 'morning' }]],
			[
				['job getStatusChanges'],
				['job getWebEditorUrl'],
				['job notifyAssigned', { emailTemplateId: byId('39') }],
			],
			[['job downloadOriginalFile'], ['job updateSource'], ['job downloadTargetFile'], ['job updateTarget']],
			[['job downloadBilingualFile'], ['job uploadBilingualFile'], ['job split'], ['job deleteTranslations']],
		];
		for (const act of acts) {
			const items = await chain(runTms, [{ json: {} }], [find, ...act]);
			expect(items[0]).toMatchObject({ projectUid: sandbox.seed.project.uid, jobUid: expect.any(String) });
		}
	});

	it('from a file of a connector to its repository', async () => {
		const { id, files } = sandbox.seed.connector;
		const { folder, encodedName } = files.guide;
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['connector requestFileDownload', { connectorId: byId(id), folder, file: encodedName }],
				['job createFromConnectorTask', { projectUid: byId(sandbox.seed.project.uid), targetLangs: ['de'] }],
				['job update', { updateFields: { status: 'COMPLETED' } }],
				['job exportToRepository'],
			],
		);
		expect(last).toMatchObject({ exported: true });
	});

	it('from a pre-translation of several jobs to all of their target files', async () => {
		const jobUids = sandbox.createJobs({ count: 3 }).map(({ uid }) => uid);
		const preTranslate = { projectUid: byId(sandbox.seed.project.uid), jobUids };
		const files = await chain(
			runTms,
			[{ json: {} }],
			[['job preTranslate', preTranslate], ['job downloadTargetFiles']],
		);
		expect(files.map(({ jobUid }) => jobUid)).toEqual(jobUids);
	});

	it('from a text file to the translation of Language AI', async () => {
		const upload = { sourceLang: 'en', targetLangs: 'de' };
		const [last] = await chain(
			runLanguageAi,
			[await file('guide.txt')],
			[
				['fileTranslation create', upload],
				['fileTranslation wait'],
				['fileTranslation getResult', { targetLang: 'de' }],
			],
		);
		expect(last).toMatchObject({ targetLang: 'de', fileName: expect.any(String) });
	});

	it('from a job that was found to what is said of its quality', async () => {
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['job find', { projectUid: byId(sandbox.seed.project.uid), filename: 'guide.md' }],
				['qualityAssurance run'],
				['qualityAssurance getTargetFileWarnings'],
				['qualityAssurance evaluateQuality'],
				['lqaAssessment runAuto'],
				['lqaAssessment get'],
				['lqaAssessment start'],
				['lqaAssessment finish'],
				['lqaAssessment downloadReports'],
				['lqaAssessment getReportLink'],
				['lqaAssessment discard'],
			],
		);
		expect(last).toEqual({ jobUid: sandbox.seed.project.jobUid, discarded: true });
	});

	it('from a job that was found to its custom fields', async () => {
		const given = { mappingMode: 'defineBelow', value: { 'Sandbox number': 3 } };
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['job find', { projectUid: byId(sandbox.seed.project.uid), filename: 'guide.md' }],
				['customField setValues', { entity: 'job', values: given }],
				['customField getValues', { entity: 'job' }],
			],
		);
		expect(last).toMatchObject({ jobUid: sandbox.seed.project.jobUid, value: '3' });
	});

	it('from an analysis to a quote, and to the file of the analysis', async () => {
		const { project, priceList } = { project: byId(sandbox.seed.project.uid), priceList: byId('1') };
		const [made] = await chain(
			runTms,
			[{ json: {} }],
			[
				['project getAnalyses', { projectUid: project, limit: 1 }],
				['quote create', { projectUid: project, priceListId: priceList, name: 'For the client' }],
				['quote get'],
			],
		);
		expect(made).toMatchObject({ name: 'For the client', quoteUid: expect.any(String) as string });
		const [file] = await chain(
			runTms,
			[{ json: {} }],
			[['project getAnalyses', { projectUid: project, limit: 1 }], ['analysis get'], ['analysis download']],
		);
		expect(file).toMatchObject({
			analysisUid: expect.any(String) as string,
			fileName: expect.any(String) as string,
		});
	});

	it('from an analysis to its counts, and counted again', async () => {
		const counted = { projectUid: byId(sandbox.seed.project.uid), limit: 1 };
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['project getAnalyses', counted],
				['analysis update', { updateFields: { name: 'Renamed' } }],
				['analysis getWordCounts', { simplify: true }],
				['analysis recalculate'],
			],
		);
		expect(last).toMatchObject({ asyncRequestId: expect.any(String) as string });
	});

	it('from a project to its quotes, which are sent, and to its analyses', async () => {
		const projectUid = byId(sandbox.seed.project.uid);
		const quote = { priceListId: byId('1'), name: 'For the client' };
		const first: Step[] = [
			['project getAnalyses', { projectUid, limit: 1 }],
			['quote create', { projectUid, ...quote }],
			['project get', { projectUid }],
		];
		const email = { subject: 'Your quote', body: 'Here it is.' };
		const [sent] = await chain(
			runTms,
			[{ json: {} }],
			[...first, ['quote getMany'], ['quote sendByEmail', email]],
		);
		expect(sent).toBeDefined();
		const analyses = await chain(runTms, [{ json: {} }], [...first, ['analysis getMany']]);
		expect(analyses[0]).toMatchObject({ analysisUid: expect.any(String) as string });
	});

	it('from a job to a conversation about it', async () => {
		const comment = { segmentId: '1', text: 'Please look again.' };
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['job find', { projectUid: byId(sandbox.seed.project.uid), filename: 'guide.md' }],
				['conversation create', comment],
				['conversation addComment', { text: 'Done.' }],
				['conversation setStatus', { status: 'resolved' }],
				['conversation delete'],
			],
		);
		await chain(
			runTms,
			[{ json: {} }],
			[
				['job find', { projectUid: byId(sandbox.seed.project.uid), filename: 'guide.md' }],
				['conversation getMany'],
			],
		);
		expect(last).toMatchObject({ deleted: true });
	});

	it('from a glossary to the end of it', async () => {
		const [last] = await chain(
			runTms,
			[{ json: {} }],
			[
				['glossary create', { name: 'Names', langs: ['en', 'de'] }],
				['glossary delete', { glossaryUid: byId('={{ $json.glossaryUid }}') }],
				['glossary purge'],
			],
		);
		expect(last).toMatchObject({ purged: true });
	});

	it('from a file to its download', async () => {
		const [last] = await chain(
			runTms,
			[await file('guide.txt')],
			[['file upload'], ['file get'], ['file download']],
		);
		expect(last).toMatchObject({ fileUid: expect.any(String) as string });
	});

	it('from a reference file to its deletion', async () => {
		const { items } = await runTms(
			sandbox,
			{ resource: 'project', operation: 'get', projectUid: byId(sandbox.seed.project.uid) },
			{ items: [{ json: {} }] },
		);
		const [last] = await chain(
			runTms,
			[{ ...(await file('style.txt')), json: items[0]?.json ?? {} }],
			[
				['referenceFile upload'],
				['referenceFile getMany'],
				['referenceFile download'],
				['referenceFile delete'],
			],
		);
		expect(last).toMatchObject({ deleted: true });
	});

	it('wherever an operation goes on with what an earlier node gave', () => {
		const goesOn = (resources: Resources) =>
			Object.entries(resources).flatMap(([resource, { operations }]) =>
				Object.entries(operations)
					.filter(([, { fields }]) =>
						Object.values(fields).some(({ inputMember }) => inputMember !== undefined),
					)
					.map(([operation]) => `${resource} ${operation}`),
			);
		expect([...goesOn(tms), ...goesOn(languageAi)].filter((name) => !used.has(name))).toEqual([]);
	});
});
