import type { INodeExecutionData, NodeApiError } from 'n8n-workflow';
import { hashBinary, storeBinary } from '../../n8n/inProcess';
import { hurry } from '../support/hurry';
import { languageAiCredentials, runLanguageAi } from '../support/languageAi';
import { startPhraseInFront } from '../support/phraseInFront';
import { thrownBy } from '../support/thrownBy';
import { byId, runTms } from '../support/tms';
import { useSandbox } from '../support/useSandbox';

const sandbox = useSandbox();
hurry();

/** Calls that Phrase performed. */
const done = (method: string, path: RegExp) =>
	sandbox
		.requests()
		.filter((request) => request.method === method && path.test(request.path) && (request.status ?? 0) < 300);

/** Text files as input items. */
async function files(count: number): Promise<INodeExecutionData[]> {
	return await Promise.all(
		Array.from({ length: count }, async (_, index) => ({
			json: {},
			binary: { data: await storeBinary(Buffer.from(`text ${index}`), { fileName: `file-${index}.txt` }) },
		})),
	);
}

const inProject = (operation: string, more = {}) => ({
	resource: 'job',
	operation,
	projectUid: byId(sandbox.seed.project.uid),
	...more,
});

const targetFile = (more = {}) =>
	inProject('downloadTargetFile', { jobUid: byId(sandbox.seed.project.jobUid), ...more });

const translate = (more = {}) => ({
	resource: 'fileTranslation',
	operation: 'translate',
	sourceLang: byId('en'),
	targetLangs: ['cs', 'de'],
	...more,
});

/** More failures than the client makes up for by itself: it sends a read five times. */
const OUTAGE = { times: 11 };
const ASYNC = '/api2/v1/async/\\d+$';

describe('an outage that is over before the time limit', () => {
	it.each([
		['while an export is waited for', { ...OUTAGE, path: ASYNC }, { reset: 'before' as const }],
		['when a target file is collected', { times: 2, path: '/downloadTargetFile/' }, { status: 503 }],
	])('%s costs no file and no second export', async (_case, match, fault) => {
		sandbox.fault({ match, do: fault });
		const { items } = await runTms(sandbox, targetFile());
		const { target } = await sandbox.job(sandbox.seed.project.jobUid);
		expect(await hashBinary(items[0]?.binary?.data)).toBe(target.sha256);
		expect(done('PUT', /\/targetFile$/)).toHaveLength(1);
	});

	it.each([
		['while the translation is waited for', '/v1/fileTranslations/[^/]*[^0/-][^/]*$'],
		['while a translated file is collected', '/MT_GENERIC_PRETRANSLATE/cs$'],
		['while a score is collected', '/QUALITY_ESTIMATION/de$'],
	])('%s costs no language and no second translation', async (_case, path) => {
		sandbox.fault({ match: { ...OUTAGE, method: 'GET', path }, do: { reset: 'before' } });
		const { items } = await runLanguageAi(sandbox, translate({ qualityScore: true }), {
			items: await files(1),
		});
		expect(items.map(({ json }) => [json.targetLang, typeof json.score])).toEqual([
			['cs', 'number'],
			['de', 'number'],
		]);
		expect(done('POST', /\/fileTranslations$/)).toHaveLength(1);
	});

	it('while an import is waited for costs no job', async () => {
		sandbox.fault({ match: { ...OUTAGE, path: ASYNC }, do: { reset: 'before' } });
		const { items } = await runTms(sandbox, inProject('create', { targetLangs: 'de' }), {
			items: await files(1),
		});
		expect(items[0]?.json).toMatchObject({ importStatus: { status: 'OK' } });
	});
});

describe('the time limit', () => {
	it('covers the whole item, however often its file is exported', async () => {
		sandbox.configure({ times: { exportMs: 300 } });
		sandbox.fault({ match: { path: '/downloadTargetFile/' }, do: { cut: 0.5 } });
		// Time for one export and a part of the second.
		const error = (await thrownBy(
			runTms(sandbox, targetFile({ options: { timeLimit: 0.08 } })),
		)) as NodeApiError;
		expect(error.context.data).toMatchObject({ asyncRequestId: expect.any(String) });
		expect(done('PUT', /\/targetFile$/).length).toBeLessThanOrEqual(2);
	});

	it('at its end, the languages that are ready are collected', async () => {
		const { languageAiUrl } = sandbox.credentials.phraseLanguageAiApi;
		const phrase = await startPhraseInFront(
			sandbox,
			() => undefined,
			(body) => body.replaceAll(/("targetLang":"de","status":)"OK"/g, '$1"RUNNING"'),
			languageAiUrl,
		);
		const { items } = await runLanguageAi(sandbox, translate({ options: { timeLimit: 0.2 } }), {
			items: await files(1),
			credentials: languageAiCredentials(sandbox, { languageAiUrl: phrase.tmsUrl }),
			continueOnFail: true,
		}).finally(async () => await phrase.close());
		expect(items[0]?.json).toMatchObject({ targetLang: 'cs', fileName: expect.any(String) });
		expect(items[0]?.binary?.data).toBeDefined();
		expect(items[1]?.json.error).toMatchObject({ targetLang: 'de', fileTranslationUid: expect.any(String) });
	});
});

describe('what has begun comes before what has not', () => {
	/** How many files were uploaded, and how many of them before the first one was collected. */
	const uploads = (collected: RegExp, upload: RegExp) => {
		const all = sandbox.requests();
		const back = all.findIndex(({ path }) => collected.test(path));
		const sent = all.flatMap(({ method, path, status }, index) =>
			method === 'POST' && upload.test(path) && status !== undefined && status < 300 ? [index] : [],
		);
		return { count: sent.length, before: sent.filter((index) => index < back).length };
	};

	beforeEach(() => {
		sandbox.configure({ serviceTimeMs: 30, times: { importMs: 1, fileImportMs: 1, mtMs: 1 } });
	});

	it('the first job of 40 is imported before the 20th file is uploaded', async () => {
		const { items } = await runTms(
			sandbox,
			inProject('create', { targetLangs: 'de', options: { parallelRequests: 2 } }),
			{ items: await files(40) },
		);
		expect(items).toHaveLength(40);
		const { count, before } = uploads(/\/jobs\/\w+$/, /\/jobs$/);
		expect(count).toBe(40);
		expect(before).toBeLessThan(20);
	});

	it('the first translated file of 40 is back before the 20th file is uploaded', async () => {
		const { items } = await runLanguageAi(sandbox, translate({ options: { parallelRequests: 2 } }), {
			items: await files(40),
		});
		expect(items).toHaveLength(80);
		const { count, before } = uploads(/\/MT_GENERIC_PRETRANSLATE\//, /\/fileTranslations$/);
		expect(count).toBe(40);
		expect(before).toBeLessThan(20);
	});
});

describe('what Phrase says in another way than expected', () => {
	/** Credentials for a Phrase that answers as the sandbox does, but for a change. */
	const inFront = (tmsUrl: string) => ({
		phraseTmsApi: { ...sandbox.credentials.phraseTmsApi, tmsUrl },
	});

	it('an import status that nobody knows is not taken for imported', async () => {
		const phrase = await startPhraseInFront(
			sandbox,
			() => undefined,
			(body) => body.replaceAll(/"importStatus":\{"status":"OK"/g, '"importStatus":{"status":"PAUSED"'),
		);
		const { items } = await runTms(
			sandbox,
			inProject('create', { targetLangs: 'de', options: { timeLimit: 0.1 } }),
			{ items: await files(1), credentials: inFront(phrase.tmsUrl), continueOnFail: true },
		).finally(async () => await phrase.close());
		expect(items[0]?.json.error).toMatchObject({
			jobUid: expect.any(String),
			message: expect.stringContaining('Phrase does not say'),
			description: expect.stringContaining('importStatus is "PAUSED"'),
		});
	});

	it('limits given as text count', async () => {
		sandbox.configure({ pendingLimit: 2, times: { exportMs: 400 } });
		const phrase = await startPhraseInFront(
			sandbox,
			() => undefined,
			(body) => body.replaceAll(/"(limit|count)":(\d+)/g, '"$1":"$2"'),
		);
		const jobs = sandbox.createJobs({ count: 6 });
		const { items, context } = await runTms(sandbox, targetFile({ jobUid: '={{ $json.uid }}' }), {
			items: jobs.map(({ uid }) => ({ json: { uid } })),
			credentials: inFront(phrase.tmsUrl),
		}).finally(async () => await phrase.close());
		expect(items).toHaveLength(6);
		expect(context.hints).toEqual([
			expect.objectContaining({ message: expect.stringContaining('Phrase allows 2 asynchronous requests') }),
		]);
		expect(sandbox.counters().byStatus).not.toHaveProperty('429');
	});
});
