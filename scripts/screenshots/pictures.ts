import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import type { Locator } from 'playwright-core';
import type { N8nClient, StoredCredential } from '../../n8n';
import { CredentialForm } from '../../n8n/editor/credentialForm';
import type { Editor } from '../../n8n/editor/editor';
import {
	buildConnectorJob,
	buildLanguageAiJob,
	CONNECTOR_JOB,
	LANGUAGE_AI_JOB,
} from '../../n8n/editor/mainJobs';
import type { NodePanel } from '../../n8n/editor/nodePanel';
import type { Sandbox } from '../../sandbox';

const HOUR_MS = 3_600_000;

/** CSS pixels in which a panel is not cut: neither the buttons of its output, nor its parameters. */
const LARGE_WINDOW = { width: 1680, height: 1000 };

/** Where pictures are taken: a fresh n8n that knows a sandbox by two credentials. */
export interface Stage {
	n8n: N8nClient;
	/** Where n8n listens, without a slash at the end. */
	url: string;
	sandbox: Sandbox;
	tms: StoredCredential;
	/** Opens a window. */
	open: () => Promise<Editor>;
}

/** What is to be seen in a picture. */
export interface Shot {
	/** Of the file, without extension. */
	name: string;
	/** Folder from the top of the clone, `docs/pictures` when it is left out. */
	folder?: string;
	editor: Editor;
	/** The picture shows all of these, and what is between them. */
	around: Locator[];
	/** CSS pixels beside them: none, or on each side. */
	margin?: number;
	/** CSS pixels to leave out at the top. */
	skip?: number;
	/** CSS pixels that it is high at most. */
	height?: number;
}

/** What happens in the editor one thing after the other, and the pictures to take meanwhile. */
export type Scene = (stage: Stage) => AsyncGenerator<Shot>;

/** What the search for Phrase finds. */
async function* nodeList({ open }: Stage): AsyncGenerator<Shot> {
	const editor = await open();
	await editor.newWorkflow();
	const list = await editor.openNodeList();
	await list.find('phrase', 'Phrase TMS');
	await list.shows('Phrase Language AI');
	yield { name: 'node-list', editor, around: [editor.byTestId('node-creator')], height: 330 };
}

/** The main job, which has run, what it puts out, and how it sleeps. */
async function* mainJob({ open, sandbox }: Stage): AsyncGenerator<Shot> {
	const editor = await open();
	await buildConnectorJob(editor);
	await editor.execute();
	await editor.succeeded(CONNECTOR_JOB.download);
	await editor.zoomToFit();
	yield { name: 'connector-job', editor, around: canvas(editor), margin: 78 };

	await editor.page.setViewportSize(LARGE_WINDOW);
	const panel = await editor.openNode(CONNECTOR_JOB.download);
	await panel.outputShows('4 items');
	yield { name: 'target-files', editor, around: parametersAndOutput(editor), height: 718 };

	sandbox.configure({ times: { exportMs: HOUR_MS } });
	await panel.select('whileWaiting', 'Sleep Until Phrase Calls Back');
	await panel.close();
	await editor.execute();
	await editor.waitsIn(CONNECTOR_JOB.download);
	const asleep = await editor.openNode(CONNECTOR_JOB.download);
	await asleep.outputShows(/asleep until/);
	yield { name: 'sleeping', editor, around: parametersAndOutput(editor), skip: 332, height: 530 };
}

/** A list of Phrase, searched in. */
async function* listSearch(stage: Stage): AsyncGenerator<Shot> {
	const [editor, panel] = await panelOf(stage, 'Create jobs', { resource: 'job', operation: 'create' });
	await panel.searchList('projectUid', 'sandbox');
	const found = editor.byTestId('rlc-item').filter({ visible: true });
	yield {
		name: 'list-search',
		editor,
		around: [editor.byTestId('node-credentials-slot'), found],
		margin: 12,
		height: 396,
	};
}

/** What Language AI does with a file, and the branch by its score. */
async function* languageAiBranch({ open, n8n, url }: Stage): AsyncGenerator<Shot> {
	const editor = await open();
	await buildLanguageAiJob(editor);
	await (await editor.panel()).close();
	await editor.execute();
	await editor.listens();
	const { nodes } = await n8n.workflow(editor.workflowId());
	const path = nodes.find((node) => node.name === LANGUAGE_AI_JOB.start)?.parameters.path;
	if (typeof path !== 'string') throw new Error('The webhook has no path');
	const body = new FormData();
	body.append('data', new Blob(['Hello world. This is a text.'], { type: 'text/plain' }), 'hello.txt');
	await fetch(`${url}/webhook-test/${path}`, { method: 'POST', body });
	await editor.succeeded(LANGUAGE_AI_JOB.branch);
	await editor.zoomToFit();
	yield { name: 'language-ai-branch', editor, around: canvas(editor), margin: 78 };
}

/** The panel of the trigger, which listens for an event. */
async function* trigger(stage: Stage): AsyncGenerator<Shot> {
	const chosen = { events: ['JOB_STATUS_CHANGED'], eventOptions: { testWith: 'realEvents' } };
	const [editor, panel] = await panelOf(stage, 'Phrase TMS Trigger', chosen, 'phraseTmsTrigger');
	await panel.startExecuting();
	await panel.listens();
	yield { name: 'trigger', editor, around: [editor.byTestId('ndv')], height: 600 };
}

/** Any endpoint, with the fields for what it takes. */
async function* apiCall(stage: Stage): AsyncGenerator<Shot> {
	const [editor, panel] = await panelOf(stage, 'Call Phrase', { resource: 'api', operation: 'call' });
	await panel.pickFound('endpoint', 'pre-translate jobs', 'Pre-translate jobs');
	await panel.mapped();
	const around = [editor.byTestId('node-credentials-slot'), panel.parameter('notify')];
	yield { name: 'api-call', editor, around, margin: 12 };
}

/** What a user reads when something has failed. */
async function* error(stage: Stage): AsyncGenerator<Shot> {
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	const chosen = {
		resource: 'job',
		operation: 'get',
		projectUid: byId(stage.sandbox.seed.project.uid),
		jobUid: byId('mxrnbPQ1c4v8vJ2nYdGkT1'),
	};
	const [editor, panel] = await panelOf(stage, 'Get a job', chosen);
	await panel.execute();
	yield { name: 'error', editor, around: [editor.page.locator('.node-error-view')], height: 345 };
}

/** The form of a first credential: the region, and the token with where it comes from. */
async function* credential({ open, n8n, tms }: Stage): AsyncGenerator<Shot> {
	await n8n.deleteCredential(tms);
	const editor = await open();
	await editor.newWorkflow();
	const list = await editor.openNodeList();
	await list.find('phrase', 'Phrase TMS');
	await list.open('Phrase TMS');
	await list.openActions();
	await list.open('Get many connectors');
	await editor.panel();
	const form = await CredentialForm.openNew(editor);
	await form.fill('platformApiToken', 'the-token-that-phrase-has-shown');
	yield { name: 'credential', editor, around: [form.window], height: 612 };
}

/** The nodes on the canvas, and the plus behind the last one, which its last label stands before. */
function canvas(editor: Editor): Locator[] {
	return [editor.byTestId('canvas-node'), editor.byTestId('canvas-handle-plus')];
}

/** The middle and the right of a panel. */
function parametersAndOutput(editor: Editor): Locator[] {
	return [editor.byTestId('node-parameters'), editor.byTestId('output-panel')];
}

/** Opens the panel of one node, of Phrase TMS unless it is another one. */
async function panelOf(
	{ open, n8n, tms }: Stage,
	name: string,
	parameters: INode['parameters'],
	type = 'phraseTms',
): Promise<[Editor, NodePanel]> {
	const node: INode = {
		id: randomUUID(),
		name,
		type: `n8n-nodes-phrase.${type}`,
		typeVersion: 2,
		position: [0, 0],
		parameters,
		credentials: { [tms.type]: { id: tms.id, name: tms.name } },
	};
	const { id } = await n8n.createWorkflow({ name, nodes: [node], connections: {}, settings: {} });
	const editor = await open();
	await editor.openWorkflow(id);
	return [editor, await editor.openPanel(id, node)];
}

/** All of them. The last one takes away the credential of the others. */
export const SCENES: Scene[] = [
	nodeList,
	mainJob,
	listSearch,
	languageAiBranch,
	trigger,
	apiCall,
	error,
	credential,
];
