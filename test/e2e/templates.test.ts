import {
	MANUAL_TRIGGER,
	readTemplate,
	triggerPath,
	until,
	withCredentials,
	withParameters,
	type N8nClient,
	type N8nExecution,
	type StoredWorkflow,
	type TemplateName,
} from '../../n8n';
import { phraseIn, type PhraseForTest } from './support/credentials';
import { fileOf } from './support/files';
import { connect, sharedN8n } from './support/sharedN8n';
import { useSandbox } from '../support/useSandbox';

/** Names of the nodes whose output is looked at. */
const REQUEST = 'Request the target files';
const COLLECT = 'Download the target file';
const DOWNLOAD = 'Download the target files';
const TRANSLATE = 'Translate the file';

/** Every template in a real n8n, against the sandbox: what comes out must be what Phrase has. */
describe('workflow templates', () => {
	const sandbox = useSandbox();
	let n8n: N8nClient;
	let phrase: PhraseForTest;

	beforeAll(async () => {
		n8n = connect();
		phrase = await phraseIn(n8n, sandbox, 'a long secret of the credential');
	});

	afterEach(() => {
		expect(sandbox.counters().duplicateJobs).toBe(0);
	});

	const credentials = () => [phrase.tms, phrase.languageAi];

	async function importTemplate(name: TemplateName): Promise<StoredWorkflow> {
		return await n8n.createWorkflow(withCredentials(readTemplate(name), credentials()));
	}

	/** Compares the target files that a node has put out with the sandbox's. */
	async function expectTargetFiles(execution: N8nExecution, node: string): Promise<void> {
		for (const [index, jobUid] of execution.texts(node, 'jobUid').entries()) {
			const { target } = await phrase.sandbox.job(jobUid);
			expect(await fileOf(n8n, execution, node, index)).toEqual(target);
		}
	}

	/** Compares the translations that Language AI's node has put out with the sandbox's. */
	async function expectTranslations(execution: N8nExecution): Promise<void> {
		const languages = execution.texts(TRANSLATE, 'targetLang');
		const uids = execution.texts(TRANSLATE, 'fileTranslationUid');
		expect(languages).toHaveLength(2);
		for (const [index, language] of languages.entries()) {
			const facts = await phrase.sandbox.fileTranslation(uids[index] ?? '');
			expect(await fileOf(n8n, execution, TRANSLATE, index)).toEqual(facts.targets[language]);
			expect(execution.items(TRANSLATE)[index]?.json.score).toBe(facts.scores[language]);
		}
	}

	/** Runs a template that starts by hand, which must succeed. */
	async function runTemplate(name: TemplateName): Promise<N8nExecution> {
		const execution = await n8n.runToEnd(await importTemplate(name), MANUAL_TRIGGER);
		expect(execution.error).toBeUndefined();
		return execution;
	}

	test('by callback: Phrase starts the second workflow once per target file', async () => {
		const collect = await importTemplate('collectByCallback');
		await n8n.activate(collect);
		try {
			const triggerUrl = `${sharedN8n().url}/webhook/${triggerPath(collect)}`;
			const template = withParameters(readTemplate('requestByCallback'), REQUEST, { triggerUrl });
			const request = await n8n.createWorkflow(withCredentials(template, credentials()));
			const requested = await n8n.runToEnd(request, MANUAL_TRIGGER);
			expect(requested.error).toBeUndefined();
			const jobUids = requested.texts(REQUEST, 'jobUid');
			expect(jobUids).toHaveLength(2);

			const collected = await n8n.executionsOf(collect, jobUids.length);
			expect(collected.map(({ error }) => error)).toEqual([undefined, undefined]);
			const arrived = collected.flatMap((execution) => execution.texts(COLLECT, 'jobUid'));
			expect(arrived.sort()).toEqual(jobUids.sort());
			for (const execution of collected) await expectTargetFiles(execution, COLLECT);
		} finally {
			await n8n.deactivate(collect);
		}
	});

	test.each([
		['by polling: one workflow brings a file from the connector to its target files', 'byPolling'],
		['upload: a file made in n8n is pre-translated and comes back', 'uploadAndPreTranslate'],
	] as const)('%s', async (_title, name) => {
		const execution = await runTemplate(name);
		expect(execution.items(DOWNLOAD)).toHaveLength(2);
		await expectTargetFiles(execution, DOWNLOAD);
	});

	/** Runs a template whose nodes sleep, one after the other, until the test lets their work end. */
	async function runAsleep(name: TemplateName, starts: RegExp[]): Promise<N8nExecution> {
		const ms = 3_600_000;
		phrase.sandbox.configure({
			times: { connectorDownloadMs: ms, importMs: ms, exportMs: ms, mtMs: ms },
		});
		const id = await n8n.run(await importTemplate(name), MANUAL_TRIGGER);
		for (const start of starts) {
			await until(`a request ${start.source} starts work`, 60_000, () =>
				sandbox.requests().find(({ method, path }) => start.test(`${method} ${path}`)),
			);
			await n8n.asleep(id);
			phrase.sandbox.advance(ms);
		}
		const execution = await n8n.ended(id);
		expect(execution.error).toBeUndefined();
		return execution;
	}

	const wasWoken = { wait: expect.objectContaining({ mode: 'callback', callbacks: 1 }) as unknown };

	test('asleep: one workflow brings a file from the connector to its target files, and sleeps three times', async () => {
		const starts = [/POST .*\/files\//, /POST .*\/connectorTask/, /PUT .*\/targetFile/];
		const execution = await runAsleep('asleep', starts);
		expect(execution.items(DOWNLOAD)).toHaveLength(2);
		for (const node of ['Have the connector download the file', 'Create jobs from the file', DOWNLOAD])
			for (const { json } of execution.items(node)) expect(json).toMatchObject(wasWoken);
		await expectTargetFiles(execution, DOWNLOAD);
	});

	test('asleep until Phrase is ready: the target files of many jobs come at once', async () => {
		phrase.sandbox.configure({ times: { exportMs: 2000 }, callbacks: { shuffleMs: 500 } });
		const execution = await runTemplate('sleepUntilCallback');
		expect(execution.items(DOWNLOAD)).toHaveLength(5);
		await expectTargetFiles(execution, DOWNLOAD);
	});

	test('reacting to completed jobs: by the pinned sample, and when a job is completed', async () => {
		const [trigger, collect] = ['When a job is completed', COLLECT];
		const workflow = await importTemplate('reactToCompletedJobs');
		const tried = await n8n.runToEnd(workflow, trigger);
		expect(tried.error).toBeUndefined();
		await expectTargetFiles(tried, collect);

		await n8n.activate(workflow);
		try {
			const uids = phrase.sandbox.createJobs({ count: 2 }).map(({ uid }) => uid);
			phrase.sandbox.setJobStatus(uids, 'ACCEPTED');
			phrase.sandbox.setJobStatus(uids, 'COMPLETED');
			const [, execution, ...others] = await n8n.executionsOf(workflow, 2);
			expect(others).toEqual([]);
			expect(execution?.error).toBeUndefined();
			expect(execution?.texts(collect, 'jobUid')).toEqual(uids);
			if (execution !== undefined) await expectTargetFiles(execution, collect);
		} finally {
			await n8n.deactivate(workflow);
		}
	});

	test('Language AI: a file comes back with its quality score', async () => {
		const execution = await runTemplate('languageAi');
		await expectTranslations(execution);
	});

	test('Language AI: a file comes back after a sleep', async () => {
		const execution = await runAsleep('languageAiAsleep', [/POST .*\/fileTranslations$/]);
		for (const { json } of execution.items(TRANSLATE)) expect(json).toMatchObject(wasWoken);
		await expectTranslations(execution);
	});
});
