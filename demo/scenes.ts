import type { Sandbox } from '../sandbox';
import {
	MANUAL_TRIGGER,
	readTemplate,
	triggerPath,
	withParameters,
	type N8nClient,
	type N8nExecution,
	type StoredWorkflow,
} from '../n8n';
import { saveFile, type SavedFile } from './save';

/** Where the workflows run. */
export interface Stage {
	n8n: N8nClient;
	/** The URL of n8n, without a slash at the end. */
	n8nUrl: string;
	sandbox: Sandbox;
}

/** The templates of the demo, in n8n. */
export interface ImportedTemplates {
	collect: StoredWorkflow;
	request: StoredWorkflow;
	languageAi: StoredWorkflow;
	upload: StoredWorkflow;
}

/** Imports the templates and publishes the one that Phrase starts. Their credentials are found by name. */
export async function importTemplates({ n8n, n8nUrl }: Stage): Promise<ImportedTemplates> {
	const collect = await n8n.createWorkflow(readTemplate('collectByCallback'));
	await n8n.activate(collect);
	const triggerUrl = `${n8nUrl}/webhook/${triggerPath(collect)}`;
	const request = withParameters(readTemplate('requestByCallback'), 'Request the target files', {
		triggerUrl,
	});
	return {
		collect,
		request: await n8n.createWorkflow(request),
		languageAi: await n8n.createWorkflow(
			// Each translation is shown, whatever its score.
			withParameters(readTemplate('languageAi'), 'Translate the file', { splitByQualityScore: false }),
		),
		upload: await n8n.createWorkflow(readTemplate('uploadAndPreTranslate')),
	};
}

/** A file of a connector becomes jobs; Phrase's callbacks start the workflow that collects the target files. */
export async function byCallback(
	stage: Stage,
	{ request, collect }: ImportedTemplates,
): Promise<SavedFile[]> {
	const requested = await runToSuccess(stage, request);
	const count = requested.items('Request the target files').length;
	const collected = await stage.n8n.executionsOf(collect, count);
	const saved = collected.map(async (execution) => {
		mustHaveSucceeded(execution, collect);
		return await saveTargetFiles(
			stage,
			execution,
			'Download the target file',
			'connector-file-to-target-by-callback',
		);
	});
	return (await Promise.all(saved)).flat();
}

/** A file made in n8n is translated by Language AI and scored. */
export async function byLanguageAi(stage: Stage, { languageAi }: ImportedTemplates): Promise<SavedFile[]> {
	const node = 'Translate the file';
	const execution = await runToSuccess(stage, languageAi);
	const uids = execution.texts(node, 'fileTranslationUid');
	const saved = execution.texts(node, 'targetLang').map(async (language, index) => {
		const { targets } = await stage.sandbox.fileTranslation(uids[index] ?? '');
		const expected = targets[language];
		if (expected === undefined) throw new Error(`The sandbox has no translation into ${language}`);
		return await saveFile(stage.n8n, { execution, node, index }, expected, [
			'language-ai-file-translation',
			language,
		]);
	});
	return await Promise.all(saved);
}

/** A file made in n8n becomes jobs, which are pre-translated and come back. */
export async function byUpload(stage: Stage, { upload }: ImportedTemplates): Promise<SavedFile[]> {
	const execution = await runToSuccess(stage, upload);
	return await saveTargetFiles(
		stage,
		execution,
		'Download the target files',
		'upload-pre-translate-download',
	);
}

async function saveTargetFiles(
	{ n8n, sandbox }: Stage,
	execution: N8nExecution,
	node: string,
	folder: string,
): Promise<SavedFile[]> {
	const saved = execution.texts(node, 'jobUid').map(async (jobUid, index) => {
		const { target, targetLang } = await sandbox.job(jobUid);
		return await saveFile(n8n, { execution, node, index }, target, [folder, targetLang]);
	});
	return await Promise.all(saved);
}

async function runToSuccess({ n8n }: Stage, workflow: StoredWorkflow): Promise<N8nExecution> {
	const execution = await n8n.runToEnd(workflow, MANUAL_TRIGGER);
	mustHaveSucceeded(execution, workflow);
	return execution;
}

function mustHaveSucceeded(execution: N8nExecution, workflow: StoredWorkflow): void {
	if (execution.status !== 'success') throw new Error(`Workflow "${workflow.name}": ${execution.summary()}`);
}
