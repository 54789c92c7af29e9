import { CredentialForm } from '../../n8n/editor/credentialForm';
import type { Editor } from '../../n8n/editor/editor';
import { connect } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { forgetCredentials } from './support/newUser';

// A browser asks a page for its icon, and Phrase's sandbox is an API.
const sandbox = useSandbox({ keepsState: true, provokes: true });
const editorOf = inEditor();

beforeAll(async () => {
	await forgetCredentials(connect());
});

/** Opens the form of a new credential as somebody does who has just added a node. */
async function formOf(
	app: string,
	action: string,
	look?: { dark: boolean },
): Promise<[CredentialForm, Editor]> {
	const editor = await editorOf(look);
	await editor.newWorkflow();
	const list = await editor.openNodeList();
	await list.find('phrase', app);
	await list.open(app);
	if (app === 'Phrase TMS') await list.openActions();
	await list.open(action);
	await editor.panel();
	return [await CredentialForm.openNew(editor), editor];
}

/** Types into the fields what they are called with. */
async function fill(form: CredentialForm, values: Record<string, string>): Promise<void> {
	for (const [field, text] of Object.entries(values)) await form.fill(field, text);
}

it.each([
	{
		app: 'Phrase TMS',
		action: 'Get many connectors',
		urlsOf: () => ({ tmsUrl: sandbox.tmsUrl, platformUrl: sandbox.platformUrl }),
		tokenOf: () => sandbox.credentials.phraseTmsApi.platformApiToken,
	},
	{
		app: 'Phrase Language AI',
		action: 'Translate a text',
		urlsOf: () => ({ languageAiUrl: sandbox.languageAiUrl, platformUrl: sandbox.platformUrl }),
		tokenOf: () => sandbox.credentials.phraseLanguageAiApi.platformApiToken,
	},
])('a token for $app fails its test when it is wrong, and passes when it is right', async (one) => {
	const [form] = await formOf(one.app, one.action);
	expect(await form.dialog.innerText()).toContain("'Generate token'");
	await form.select('region', 'Custom');
	await fill(form, { ...one.urlsOf(), platformApiToken: 'wrong' });
	const refused = await form.save();
	expect(refused).toEqual({ passed: false, text: expect.stringMatching(/did not accept|refused/) });
	expect(refused.text).toContain('Make a new token');

	await fill(form, { platformApiToken: one.tokenOf() });
	expect(await form.save()).toEqual({ passed: true, text: expect.stringContaining('successfully') });
	await form.close();
});

it('an OAuth app of Phrase TMS does not let in whom it does not know, and lets in whom it knows', async () => {
	const { clientId, clientSecret } = sandbox.credentials.phraseTmsOAuth2Api;
	const [form, editor] = await formOf('Phrase TMS', 'Get many connectors', { dark: true });
	await form.changeKind('OAuth2');
	expect(await form.dialog.innerText()).toContain("'Registered OAuth apps'");
	await form.select('region', 'Custom');
	await fill(form, { tmsUrl: sandbox.tmsUrl, clientId: 'wrong', clientSecret });
	const refused = await form.connect();
	await refused
		.getByText(/client/i)
		.first()
		.waitFor();
	await refused.close();

	await fill(form, { clientId });
	await form.connect();
	await form.connected();
	const panel = await editor.panel();
	await panel.execute();
	await panel.outputShows('Sandbox repository');
});
