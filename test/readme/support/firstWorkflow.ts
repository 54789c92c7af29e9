import type { Page } from 'playwright-core';
import { CredentialForm } from '../../../n8n/editor/credentialForm';
import type { Editor } from '../../../n8n/editor/editor';
import type { NodePanel } from '../../../n8n/editor/nodePanel';
import type { Section } from './page';

/** What the sandbox prints for somebody to type into the form of a credential. */
export type Printed = Record<'tmsUrl' | 'platformUrl' | 'platformApiToken', string>;

/** The steps of the README's first workflow, with the words that it says to choose and to type. */
type Steps = ReturnType<Section['steps']>;

/** Words of a step: fails when the README has others there than a person needs. */
function words(steps: Steps, number: number, kind: 'chosen' | 'typed'): string[] {
	const found = steps[number - 1]?.[kind];
	if (found === undefined) throw new Error(`The README has no step ${number}`);
	return found;
}

/** Does what the steps 2 to 8 say, with the words that they say. */
export async function buildFirstWorkflow(
	editor: Editor,
	steps: Steps,
	printed: Printed,
): Promise<{ last: string }> {
	const [start = '', fileType = ''] = words(steps, 2, 'chosen');
	const [field = ''] = words(steps, 2, 'typed');
	await editor.newWorkflow();
	await (await editor.openNodeList()).open(start);
	const panel = await editor.panel();
	await makeForm(editor, panel, { fileType, field });
	await panel.close();

	const [app = '', create = ''] = words(steps, 3, 'chosen');
	await addNode(editor, start, app, create);

	const [, region = ''] = words(steps, 4, 'chosen');
	expect(region).toBe('Region');
	const form = await CredentialForm.openNew(editor);
	await form.select('region', 'Custom');
	for (const [name, text] of Object.entries(printed)) await form.fill(name, text);
	expect(await form.save()).toMatchObject({ passed: true });
	await form.close();

	expect(words(steps, 5, 'chosen')).toEqual(['Project']);
	await panel.pick('projectUid', /Sandbox project/, 'sandbox');
	const [importing = ''] = words(steps, 6, 'chosen');
	await shows(editor, importing);
	await panel.close();

	const [again = '', preTranslate = ''] = words(steps, 7, 'chosen');
	await addNode(editor, create, again, preTranslate);
	await panel.close();

	const [download = '', waiting = ''] = words(steps, 8, 'chosen');
	await addNode(editor, preTranslate, app, download);
	await shows(editor, waiting);
	await panel.close();
	return { last: download };
}

/** Does what the steps 9 and 10 say: the form takes a text file, and the last node puts out an item for each language. */
export async function runFirstWorkflow(
	editor: Editor,
	last: string,
	file: { name: string; text: string },
): Promise<NodePanel> {
	const [form] = await Promise.all([editor.page.waitForEvent('popup'), editor.execute()]);
	await sendForm(form, file);
	await editor.succeeded(last);
	return await editor.openNode(last);
}

/** Waits until the panel of a node has a parameter. */
async function shows(editor: Editor, title: string): Promise<void> {
	await editor.byTestId('node-parameters').getByText(title, { exact: true }).first().waitFor();
}

async function makeForm(
	editor: Editor,
	panel: NodePanel,
	{ fileType, field }: { fileType: string; field: string },
): Promise<void> {
	await panel.parameter('formTitle').locator('input').fill('A file to translate');
	await panel.addRow('formFields');
	await panel.select('fieldType', fileType);
	await panel.parameter('fieldLabel').locator('input').fill(field);
	await editor.page.keyboard.press('Tab');
}

async function addNode(editor: Editor, after: string, app: string, action: string): Promise<void> {
	const list = await editor.openNodeListAfter(after);
	await list.find('phrase', app);
	await list.open(app);
	await list.open(action);
	await editor.panel();
}

async function sendForm(form: Page, { name, text }: { name: string; text: string }): Promise<void> {
	await form
		.locator('input[type="file"]')
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
	await form.getByRole('button', { name: 'Submit' }).click();
}
