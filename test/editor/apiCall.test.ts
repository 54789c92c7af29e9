import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { phraseIn } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { until } from '../../n8n/until';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

it('API > Call asks for what the endpoint takes that was found, and for other things with another one', async () => {
	const { tms } = await phraseIn(n8n, sandbox);
	const node: INode = {
		id: randomUUID(),
		name: 'Phrase TMS',
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		position: [0, 0],
		parameters: { resource: 'api', operation: 'call' },
		credentials: { [tms.type]: { id: tms.id, name: tms.name } },
	};
	const { id } = await n8n.createWorkflow({ name: 'A call', nodes: [node], connections: {}, settings: {} });
	const editor = await editorOf();
	await editor.openWorkflow(id);
	const panel = await editor.openPanel(id, node);
	expect(await panel.titles()).not.toContain('Parameter Input');

	await panel.pickFound('endpoint', 'pre-translate jobs', 'Pre-translate jobs');
	expect(await panel.mapped()).toEqual(['jobs']);
	expect(await panel.titles()).toEqual(expect.arrayContaining(['Project', 'Notify', 'Wait for Completion']));

	await panel.pickFound('endpoint', 'download an analysis', 'Download an analysis');
	await until('the fields are those of the other endpoint', 20_000, async () => {
		return (await panel.mapped()).join() === 'analyseUid,format' || undefined;
	});
	expect(await panel.titles()).toContain('Put Output File in Field');
	expect(await panel.titles()).not.toContain('Notify');
});
