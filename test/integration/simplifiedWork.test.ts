import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { EXECUTION_ID, storeBinary } from '../../n8n/inProcess';
import { runLanguageAi } from '../support/languageAi';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();

/** What a run gives with 'Simplify' on, and what it gives with 'Simplify' off. */
async function bothOf(run: (simplify: boolean) => Promise<IDataObject | undefined>) {
	return { simple: (await run(true)) ?? {}, raw: (await run(false)) ?? {} };
}

const tms = async (parameters: INodeParameters, json: IDataObject = {}) => {
	const binary = { data: await storeBinary(Buffer.from('One.'), { fileName: 'guide.txt' }) };
	const { items } = await runTms(sandbox, parameters, { items: [{ json, binary }] });
	return items[0]?.json;
};

/** Names of the members, without those that tell of the wait. */
const names = (json: unknown) => Object.keys(json as object).filter((name) => name !== 'wait');

const job = () => ({
	resource: 'job',
	projectUid: byId(sandbox.seed.project.uid),
	jobUid: byId(sandbox.seed.project.jobUid),
	jobUids: sandbox.seed.project.jobUid,
});

const IN_SHORT = ['id', 'action', 'dateCreated', 'asyncResponse', 'project', 'parent'];

describe('Simplify leaves out who began it, and keeps every ID:', () => {
	it.each([true, false])('a job that is created (waits for its import: %s)', async (waitForCompletion) => {
		const create = { ...job(), operation: 'create', targetLangs: ['de'], waitForCompletion };
		const { simple, raw } = await bothOf(async (simplify) => await tms({ ...create, simplify }));
		expect(simple).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			jobUid: simple.uid,
			asyncRequestId: expect.any(String),
			filename: 'guide.txt',
			status: 'NEW',
			targetLang: 'de',
			warnings: [],
		});
		expect(names(simple).length).toBeLessThan(13);
		expect(raw).toMatchObject({ continuous: false, dateCreated: expect.any(String) });
		expect(simple).not.toHaveProperty('continuous');
	});

	it.each([true, false])('a pre-translation (waits for its end: %s)', async (waitForCompletion) => {
		const preTranslate = { ...job(), operation: 'preTranslate', waitForCompletion };
		const { simple, raw } = await bothOf(async (simplify) => await tms({ ...preTranslate, simplify }));
		expect(names(simple)).toEqual(['projectUid', 'jobUids', 'jobUid', 'asyncRequestId', 'asyncRequest']);
		expect(IN_SHORT).toEqual(expect.arrayContaining(names(simple.asyncRequest)));
		expect(raw.asyncRequest).toHaveProperty('createdBy');
	});

	it('a target file that is requested', async () => {
		const request = { ...job(), operation: 'requestTargetFile' };
		const { simple, raw } = await bothOf(async (simplify) => await tms({ ...request, simplify }));
		expect(names(simple)).toEqual(['projectUid', 'jobUid', 'asyncRequestId', 'asyncRequest']);
		expect(simple.asyncRequest).toMatchObject({ action: 'EXPORT_COMPLETE_FILE', asyncResponse: null });
		expect(raw).toMatchObject({ reference: {}, asyncRequest: { createdBy: {} } });
	});

	it.each(['polling', 'callback'])('an asynchronous request that is waited for by %s', async (mode) => {
		const started = await tms({ ...job(), operation: 'requestTargetFile' });
		const whileWaiting = mode === 'callback' ? 'sleep' : 'keepRunning';
		const wait = { resource: 'asyncRequest', operation: 'wait', whileWaiting };
		const { asyncRequestId } = started ?? {};
		sandbox.advance(60_000);
		const wakes = mode === 'callback' ? { wakesExecution: EXECUTION_ID } : {};
		const { simple, raw } = await bothOf(
			async (simplify) => await tms({ ...wait, simplify }, { asyncRequestId, ...wakes }),
		);
		expect(['asyncRequestId', 'wakesExecution', ...IN_SHORT]).toEqual(expect.arrayContaining(names(simple)));
		expect(simple).toMatchObject({ asyncRequestId, asyncResponse: { dateCreated: expect.any(String) } });
		expect(simple.wait).toMatchObject({ mode });
		expect(raw).toHaveProperty('createdBy');
	});

	it.each([true, false])('a download by a connector (waits for the file: %s)', async (waitForCompletion) => {
		const { id, files } = sandbox.seed.connector;
		const { folder, encodedName: file } = files.guide;
		const request = {
			resource: 'connector',
			operation: 'requestFileDownload',
			connectorId: byId(id),
			...{ folder, file, waitForCompletion },
		};
		const { simple, raw } = await bothOf(async (simplify) => await tms({ ...request, simplify }));
		expect(simple).toMatchObject({ connectorId: id, folder, file, downloadTaskId: simple.id });
		expect(simple).not.toHaveProperty('createdBy');
		expect(raw).toHaveProperty('createdBy');
	});

	it.each(['get', 'wait'])(
		'%s of a file translation, which names its languages by their codes',
		async (operation) => {
			const binary = { data: await storeBinary(Buffer.from('One.'), { fileName: 'guide.txt' }) };
			const create = { operation: 'create', sourceLang: byId('en'), targetLangs: 'de' };
			const run = async (parameters: INodeParameters) => {
				const setup = { items: [{ json: {}, binary }] };
				return (await runLanguageAi(sandbox, { resource: 'fileTranslation', ...parameters }, setup)).items[0]
					?.json;
			};
			const { fileTranslationUid = '' } = (await run(create)) ?? {};
			const { simple, raw } = await bothOf(
				async (simplify) =>
					await run({ operation, fileTranslationUid: String(fileTranslationUid), simplify }),
			);
			expect(simple).toMatchObject({
				fileTranslationUid,
				sourceLang: 'en',
				targetLangs: ['de'],
				actions: {},
			});
			expect(simple).not.toHaveProperty('metadata');
			expect(raw).toMatchObject({ metadata: { targetLangs: [{ code: 'de' }] } });
		},
	);
});

it('Get says whether it has ended', async () => {
	sandbox.configure({ times: { exportMs: 60_000 } });
	const { asyncRequestId = '' } = (await tms({ ...job(), operation: 'requestTargetFile' })) ?? {};
	const get = { resource: 'asyncRequest', operation: 'get', asyncRequestId: String(asyncRequestId) };
	expect(await tms(get)).toMatchObject({ asyncRequestId, ended: false });
	sandbox.advance(60_000);
	expect(await tms(get)).toMatchObject({ asyncRequestId, ended: true });
});
