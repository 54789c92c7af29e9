import {
	MANUAL_TRIGGER,
	readTemplate,
	triggerPath,
	withCredentials,
	withParameters,
	type StoredCredential,
} from '../../n8n';
import { connect, sharedN8n } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';
import { phraseOfNewUser } from './support/newUser';

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

let tms: StoredCredential;

beforeAll(async () => {
	({ tms } = await phraseOfNewUser(n8n, sandbox));
});

it('Phrase TMS Trigger gets a test event of the kind that was chosen in the node list', async () => {
	const editor = await editorOf();
	await editor.newWorkflow();
	const list = await editor.openNodeList();
	await list.find('phrase', 'Phrase TMS');
	await list.open('Phrase TMS');
	await list.open('On job status changed');
	const panel = await editor.panel();
	await panel.startExecuting();
	await panel.outputShows('JOB_STATUS_CHANGED');
	expect(sandbox.webhooks()).toEqual([]);
});

it('Phrase Callback Trigger says that it listens, and gets the callback of work that another workflow starts', async () => {
	const editor = await editorOf({ dark: true });
	await editor.newWorkflow();
	const list = await editor.openNodeList();
	await list.find('phrase callback', 'Phrase Callback Trigger');
	await list.open('Phrase Callback Trigger');
	await list.addToWorkflow();
	const panel = await editor.panel();
	await panel.startExecuting();
	await panel.listens();
	const url = `${sharedN8n().url}/webhook-test/${triggerPath(await n8n.workflow(editor.workflowId()))}`;
	await requestTargetFile(url);
	await panel.outputShows('EXPORT_COMPLETE_FILE');
});

/** Requests a target file in another workflow, to be called back at this URL. */
async function requestTargetFile(triggerUrl: string): Promise<void> {
	const template = readTemplate('requestByCallback');
	const name = 'Request the target files';
	const { uid, jobUid } = sandbox.seed.project;
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	const request = withParameters(
		{
			...template,
			nodes: template.nodes.filter((node) => [MANUAL_TRIGGER, name].includes(node.name)),
			connections: { [MANUAL_TRIGGER]: { main: [[{ node: name, type: 'main', index: 0 }]] } },
		},
		name,
		{ projectUid: byId(uid), jobUid: byId(jobUid), triggerUrl },
	);
	const stored = await n8n.createWorkflow(withCredentials(request, [tms]));
	expect((await n8n.runToEnd(stored, MANUAL_TRIGGER)).error).toBeUndefined();
}
