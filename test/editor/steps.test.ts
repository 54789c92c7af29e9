import { randomUUID } from 'node:crypto';
import type { IConnections, INode } from 'n8n-workflow';
import type { StoredCredential } from '../../n8n';
import type { NodePanel } from '../../n8n/editor/nodePanel';
import { encodeName } from '../../sandbox';
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

/** A Phrase TMS node that is set to this. */
function nodeOf(name: string, parameters: INode['parameters']): INode {
	return {
		id: randomUUID(),
		name,
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		position: [0, 0],
		parameters,
		credentials: { [tms.type]: { id: tms.id, name: tms.name } },
	};
}

/** Opens a Phrase TMS node that is set to this. */
async function panelOf(parameters: INode['parameters']): Promise<NodePanel> {
	return await panelIn([nodeOf('Phrase TMS', parameters)]);
}

/** Opens the last node of a workflow. */
async function panelIn(nodes: [INode, ...INode[]], connections: IConnections = {}): Promise<NodePanel> {
	const { id } = await n8n.createWorkflow({ name: 'A step', nodes, connections, settings: {} });
	const editor = await editorOf();
	await editor.openWorkflow(id);
	return await editor.openPanel(id, nodes.at(-1) ?? nodes[0]);
}

it('the lists in a row of assignments follow the project that is chosen', async () => {
	const panel = await panelOf({ resource: 'job', operation: 'create' });
	await panel.pick('projectUid', 'Sandbox project with workflow');
	await panel.select('assign', 'Using Fields');
	await panel.addRow('assignments');
	await panel.offers('workflowStepId', ['None', 'Translation', 'Revision']);
	await panel.offers('targetLang', ['All', ...LANGUAGES.withWorkflow]);
	await panel.pick('userId', 'Lena Linguist');
	expect(await panel.picked('userId')).toContain('Lena Linguist');

	await panel.pick('projectUid', /Sandbox project \(1\)/);
	await panel.offers('workflowStepId', ['None']);
	await panel.offers('targetLang', ['All', ...LANGUAGES.first]);
});

/** The target languages of two projects, as lists have them. */
const LANGUAGES = {
	withWorkflow: ['Czech (cs)', 'French (fr)', 'German (de)'],
	first: ['Czech (Czechia) (cs_cz)', 'French (fr)', 'German (de)', 'Japanese (ja)'],
};

/** A node that makes jobs of a file that a connector has downloaded. */
const ofConnector = { resource: 'job', operation: 'createFromConnectorTask' };

it('the list of target languages follows the project that is chosen', async () => {
	const panel = await panelOf({ ...ofConnector, downloadTaskId: '1' });
	await panel.pick('projectUid', 'Sandbox project with workflow');
	await panel.offers('targetLangs', LANGUAGES.withWorkflow);
	await panel.pick('projectUid', /Sandbox project \(1\)/);
	await panel.offers('targetLangs', LANGUAGES.first);
});

// n8n asks for a dependent list again only when it can read all expressions of the node, in both lines.
it('the list of target languages is refreshed by its menu, as long as nothing has come in that expressions read', async () => {
	const panel = await panelOf(ofConnector);
	await panel.pick('projectUid', 'Sandbox project with workflow');
	await panel.refreshList('targetLangs');
	await panel.offers('targetLangs', LANGUAGES.withWorkflow);
});

it('what an operation puts out can be mapped before it has run', async () => {
	const create = nodeOf('Create', { resource: 'job', operation: 'create' });
	const get = nodeOf('Get', { resource: 'job', operation: 'get' });
	const connections = { Create: { main: [[{ node: 'Get', type: 'main' as const, index: 0 }]] } };
	const panel = await panelIn([create, get], connections);
	const members = await panel.inputMembers();
	expect(members).toEqual(expect.arrayContaining(['projectUid', 'jobUid', 'asyncRequestId', 'targetLang']));
});

it.each([
	{ list: 'projectUid', words: 'with workflow', found: 'Sandbox project with workflow', operation: 'create' },
	{ list: 'jobUid', words: 'article-007', found: 'article-007', operation: 'get', resource: 'job' },
	{
		list: 'file',
		words: 'guide',
		found: 'guide.md',
		operation: 'requestFileDownload',
		resource: 'connector',
	},
])(
	'the list of $list that is searched in shows what Phrase finds',
	async ({ list, words, found, ...chosen }) => {
		const byId = (value: string) => ({ __rl: true, mode: 'id', value });
		const panel = await panelOf({
			resource: 'job',
			...chosen,
			...(list === 'jobUid' && { projectUid: byId(sandbox.seed.busyProject.uid) }),
			...(list === 'file' && {
				connectorId: byId(sandbox.seed.connector.id),
				folder: byId(encodeName('docs')),
			}),
			[list]: { __rl: true, mode: 'list', value: '' },
		});
		expect(await panel.searchList(list, words)).toEqual(
			expect.arrayContaining([expect.stringContaining(found)]),
		);
	},
);

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
