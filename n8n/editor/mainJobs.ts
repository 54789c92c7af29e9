import type { Editor } from './editor';

/** The file that the connector job takes, as the sandbox has it. */
const SOURCE = { connector: 'Sandbox repository', folder: 'docs', file: 'guide.md' };

/** The project in which it makes jobs: the first one, whose name another one begins with. */
const PROJECT = /Sandbox project \(1\)/;

/** How an execution waits without running. */
const SLEEP = 'Sleep Until Phrase Calls Back';

/** Names of the nodes, which n8n makes of the actions that are chosen. */
export const CONNECTOR_JOB = {
	request: 'Request a file download',
	create: 'Create a job from connector task',
	download: 'Download a target file',
};

/** Names of the nodes. */
export const LANGUAGE_AI_JOB = { start: 'Webhook', translate: 'Translate a file', branch: 'If' };

/**
 * Builds, on an empty canvas, what has a connector fetch a file, makes jobs of it, and downloads the target files.
 * @param options.asleep whether the execution sleeps while it waits
 */
export async function buildConnectorJob(
	editor: Editor,
	{ asleep = false }: { asleep?: boolean } = {},
): Promise<void> {
	await editor.newWorkflow();
	const first = await editor.openNodeList();
	await first.find('phrase', 'Phrase TMS');
	await first.open('Phrase TMS');
	await first.openActions();
	await first.open(CONNECTOR_JOB.request);
	const panel = await editor.panel();
	await panel.pick('connectorId', SOURCE.connector);
	await panel.pick('folder', SOURCE.folder);
	await panel.pick('file', SOURCE.file);
	await panel.close();

	await addPhraseTms(editor, CONNECTOR_JOB.request, CONNECTOR_JOB.create);
	await panel.pick('projectUid', PROJECT);
	if (asleep) await panel.select('whileWaiting', SLEEP);
	await panel.close();

	await addPhraseTms(editor, CONNECTOR_JOB.create, CONNECTOR_JOB.download);
	if (asleep) await panel.select('whileWaiting', SLEEP);
	await panel.close();
}

async function addPhraseTms(editor: Editor, after: string, action: string): Promise<void> {
	const list = await editor.openNodeListAfter(after);
	await list.find('phrase', 'Phrase TMS');
	await list.open('Phrase TMS');
	await list.open(action);
	await editor.panel();
}

/**
 * Builds, on an empty canvas, what takes a file by a webhook, has Language AI translate and score it, and branches by the
 * score.
 */
export async function buildLanguageAiJob(editor: Editor): Promise<void> {
	await editor.newWorkflow();
	const first = await editor.openNodeList();
	await first.find('webhook', LANGUAGE_AI_JOB.start);
	await first.open(LANGUAGE_AI_JOB.start);
	const panel = await editor.panel();
	await panel.select('httpMethod', 'POST');
	await panel.close();

	const second = await editor.openNodeListAfter(LANGUAGE_AI_JOB.start);
	await second.find('language ai', 'Phrase Language AI');
	await second.open('Phrase Language AI');
	await second.open(LANGUAGE_AI_JOB.translate);
	await editor.panel();
	await panel.pick('sourceLang', /^\s*English \(en\)/, 'english');
	await panel.choose('targetLangs', 'german', 'German (de)');
	await panel.toggle('qualityScore');
	await panel.close();

	const third = await editor.openNodeListAfter(LANGUAGE_AI_JOB.translate);
	await third.find('if', LANGUAGE_AI_JOB.branch);
	await third.open(LANGUAGE_AI_JOB.branch);
	await editor.panel();
	await panel.map('score', editor.byTestId('filter-condition-left'));
	await isGreaterThan(editor, '0.7');
}

/** Sets the condition of n8n's If to this number. */
async function isGreaterThan(editor: Editor, number: string): Promise<void> {
	const menu = (entry: string) => editor.page.getByText(entry, { exact: true }).filter({ visible: true });
	await editor.click(editor.byTestId('filter-operator-select'));
	await menu('Number').hover();
	await editor.click(menu('is greater than'));
	// n8n takes over a condition a moment after it was typed, and forgets it when the panel closes before.
	const saved = editor.takesOver(`"rightValue":"?${number.replace('.', '\\.')}`);
	await editor.click(editor.byTestId('filter-condition-right'));
	await editor.page.keyboard.type(number);
	await editor.page.keyboard.press('Tab');
	await saved;
}
