import { pinnedN8n } from '../../n8n/versions';
import { COLLECT, WAIT, waitingWorkflow } from '../../n8n/workflows/waitingWorkflow';
import { phraseIn } from '../e2e/support/credentials';
import { connect } from '../e2e/support/sharedN8n';
import { useSandbox } from '../support/useSandbox';
import { inEditor } from './support/inEditor';

const HOUR_MS = 3_600_000;

/** What the panel says of the node that waits. n8n 1 gives it no time, but the limit that the node is set to. */
const ASLEEP = {
	'2.41':
		/^Wait for an asynchronous request: asleep until Phrase calls back, at the latest until \d+ \w+ \d{4}, \d\d:\d\d \S+$/,
	'1.123': 'Wait for an asynchronous request: asleep until Phrase calls back, 1 hour at most',
};

const n8n = connect();
const sandbox = useSandbox({ keepsState: true });
const editorOf = inEditor();

it('an execution that sleeps says for what and until when, and is seen to wake up', async () => {
	sandbox.configure({ times: { exportMs: HOUR_MS } });
	const { tms } = await phraseIn(n8n, sandbox);
	const jobs = sandbox.createJobs({ names: ['guide.md'] });
	const { id } = await n8n.createWorkflow(waitingWorkflow(tms, jobs));
	const editor = await editorOf();
	await editor.openWorkflow(id);
	await editor.execute();
	await editor.waitsIn(WAIT);
	const panel = await editor.openNode(WAIT);
	await panel.outputShows(ASLEEP[pinnedN8n().line]);
	await panel.close();

	sandbox.advance(HOUR_MS);
	await editor.succeeded(COLLECT);
	const collected = await editor.openNode(COLLECT);
	expect(await collected.openFile()).not.toBe('');
});
