import type { INode, INodeTypeDescription } from 'n8n-workflow';
import type { StoredCredential } from '../../n8n';
import type { Editor } from '../../n8n/editor/editor';
import { phraseIn } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { allSettings, expectedTitles } from './support/ownNodes';

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

const settings = allSettings();

/** In the dark, every tenth will do: the colors are n8n's own. */
describe.each([
	{ look: 'light', opened: settings },
	{ look: 'dark', opened: settings.filter((_, index) => index % 10 === 0) },
])('in the $look, the panel of', ({ look, opened }) => {
	let editor: Editor;
	let workflowId: string;

	beforeAll(async () => {
		const { tms, languageAi } = await phraseIn(n8n, sandbox);
		const { id } = await n8n.createWorkflow({
			name: `Every setting, ${look}`,
			nodes: opened.map(({ node, description }) => ({
				...node,
				credentials: fitting(description, [tms, languageAi]),
			})),
			connections: {},
			settings: {},
		});
		workflowId = id;
		editor = await editorOf({ dark: look === 'dark' });
		await editor.openWorkflow(id);
	});

	it.each(opened)('$name shows what it declares, in that order, and cuts nothing off', async (setting) => {
		const panel = await editor.openPanel(workflowId, setting.node);
		const expected = expectedTitles(setting);
		expect(await panel.titlesLike(expected)).toEqual(expected);
		expect(await panel.cutOff()).toEqual([]);
	});
});

function fitting(
	{ credentials = [] }: INodeTypeDescription,
	stored: StoredCredential[],
): INode['credentials'] {
	const types = credentials.map(({ name }) => name);
	return Object.fromEntries(
		stored.filter(({ type }) => types.includes(type)).map(({ type, id, name }) => [type, { id, name }]),
	);
}
