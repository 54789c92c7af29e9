import type { Editor } from '../../n8n/editor/editor';
import {
	buildConnectorJob,
	buildLanguageAiJob,
	CONNECTOR_JOB,
	LANGUAGE_AI_JOB,
} from '../../n8n/editor/mainJobs';
import { connect, sharedN8n } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { phraseOfNewUser } from './support/newUser';

/** How long Phrase takes for what an execution sleeps over, ms. */
const HOUR_MS = 3_600_000;

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

beforeAll(async () => {
	await phraseOfNewUser(n8n, sandbox);
});

/** Counts what a workflow took, from the empty canvas on, and prints it. */
async function effort(name: string, editor: Editor): Promise<{ clicks: number; nodes: number }> {
	const { clicks } = editor;
	const nodes = (await editor.nodeTypes()).filter((type) => type !== 'n8n-nodes-base.manualTrigger').length;
	process.stdout.write(`${name}: ${nodes} nodes, ${clicks} clicks\n`);
	return { clicks, nodes };
}

/** Posts a file to the test URL of the webhook that the workflow begins with. */
async function postFile(editor: Editor, name: string, text: string): Promise<void> {
	const { nodes } = await n8n.workflow(editor.workflowId());
	const path = String(nodes.find((node) => node.name === LANGUAGE_AI_JOB.start)?.parameters.path);
	const body = new FormData();
	body.append('data', new Blob([text], { type: 'text/plain' }), name);
	const { status } = await fetch(`${sharedN8n().url}/webhook-test/${path}`, { method: 'POST', body });
	expect(status).toBe(200);
}

it('a file goes from a connector to the target files: few nodes and clicks, nothing typed but searches', async () => {
	const editor = await editorOf();
	await buildConnectorJob(editor);
	const { clicks, nodes } = await effort('Connector file to target files', editor);
	expect(nodes).toBeLessThanOrEqual(4);
	expect(clicks).toBeLessThanOrEqual(25);

	await editor.execute();
	await editor.succeeded(CONNECTOR_JOB.download);
	const panel = await editor.openNode(CONNECTOR_JOB.download);
	await panel.outputShows('4 items');
	expect(await panel.openFile()).toContain('[cs_cz] Welcome to the guide.');
});

it('Language AI translates and scores a file, and the workflow branches by the score', async () => {
	const editor = await editorOf({ dark: true });
	await buildLanguageAiJob(editor);
	const { clicks, nodes } = await effort('Language AI with score and branch', editor);
	expect(nodes).toBeLessThanOrEqual(3);
	expect(clicks).toBeLessThanOrEqual(20);

	await (await editor.panel()).close();
	await editor.execute();
	await editor.listens();
	// Of this text, the sandbox thinks well.
	await postFile(editor, 'hello.txt', 'Hello world. This is a text.');
	await editor.succeeded(LANGUAGE_AI_JOB.branch);
	const panel = await editor.openNode(LANGUAGE_AI_JOB.branch);
	await panel.outputShows('True Branch (1 item)');
	expect(await panel.openFile()).toContain('[de] Hello world.');
});

it('the connector job asleep: the execution waits in the database for jobs and for files, and wakes twice', async () => {
	const editor = await editorOf();
	await buildConnectorJob(editor, { asleep: true });
	const { clicks, nodes } = await effort('Connector file to target files, asleep', editor);
	expect(nodes).toBeLessThanOrEqual(4);
	expect(clicks).toBeLessThanOrEqual(25);

	sandbox.configure({ times: { importMs: HOUR_MS, exportMs: HOUR_MS } });
	await editor.execute();
	await editor.waitsIn(CONNECTOR_JOB.create);
	sandbox.advance(HOUR_MS);
	await editor.waitsIn(CONNECTOR_JOB.download);
	sandbox.advance(HOUR_MS);
	await editor.succeeded(CONNECTOR_JOB.download);
	const panel = await editor.openNode(CONNECTOR_JOB.download);
	await panel.outputShows('4 items');
	expect(await panel.openFile()).toContain('[cs_cz] Welcome to the guide.');
});
