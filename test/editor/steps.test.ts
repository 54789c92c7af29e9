import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { StoredCredential } from '../../n8n';
import type { NodePanel } from '../../n8n/editor/nodePanel';
import { phraseIn } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

let tms: StoredCredential;

beforeAll(async () => {
	({ tms } = await phraseIn(n8n, sandbox));
});

/** Opens a Phrase TMS node that is set to this. */
async function panelOf(parameters: INode['parameters']): Promise<NodePanel> {
	const node: INode = {
		id: randomUUID(),
		name: 'Phrase TMS',
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		position: [0, 0],
		parameters,
		credentials: { [tms.type]: { id: tms.id, name: tms.name } },
	};
	const { id } = await n8n.createWorkflow({ name: 'A step', nodes: [node], connections: {}, settings: {} });
	const editor = await editorOf();
	await editor.openWorkflow(id);
	return await editor.openPanel(id, node);
}

it('the lists in a row of assignments follow the project that is chosen', async () => {
	const panel = await panelOf({ resource: 'job', operation: 'create' });
	await panel.pick('projectUid', 'Sandbox project with workflow');
	await panel.select('assign', 'Using Fields');
	await panel.addRow('assignments');
	await panel.offers('workflowStepId', ['None', 'Translation', 'Revision']);
	await panel.offers('targetLang', ['All', 'Czech (cs)', 'French (fr)', 'German (de)']);
	await panel.pick('userId', 'Lena Linguist');
	expect(await panel.picked('userId')).toContain('Lena Linguist');

	await panel.pick('projectUid', /Sandbox project \(1\)/);
	await panel.offers('workflowStepId', ['None']);
	await panel.offers('targetLang', [
		'All',
		'Czech (Czechia) (cs_cz)',
		'French (fr)',
		'German (de)',
		'Japanese (ja)',
	]);
});

it('a list that is searched in shows what Phrase finds', async () => {
	const panel = await panelOf({ resource: 'job', operation: 'create' });
	const found = await panel.searchList('projectUid', 'with workflow');
	expect(found).toEqual([expect.stringContaining('Sandbox project with workflow')]);
});

it('an error says what happened, and what to do next', async () => {
	const missing = { __rl: true, mode: 'id', value: 'abcdefghijklmnopqrstuv' };
	const panel = await panelOf({
		resource: 'job',
		operation: 'get',
		projectUid: missing,
		jobUid: missing,
	});
	await panel.execute();
	const output = await panel.output();
	expect(output).toMatch(/was not found.*HTTP 404/);
	expect(output).toContain('Check the IDs');
});
