import { COLLECT, JOBS, REQUEST, WAIT, waitingWorkflow } from '../../../n8n/workflows/waitingWorkflow';
import { MANUAL_TRIGGER, type StoredCredential, type WorkflowExport } from '../../../n8n';

/**
 * The workflow that waits by callback, started by a production webhook: the body of the call is the job.
 *
 * @param path what follows `/webhook/` in the URL
 */
export function webhookWorkflow(credential: StoredCredential, path: string): WorkflowExport {
	const fromBody = (member: string) => ({ __rl: true, mode: 'id', value: `={{ $json.body.${member} }}` });
	const workflow = waitingWorkflow(credential, [], {
		[REQUEST]: { parameters: { projectUid: fromBody('projectUid'), jobUid: fromBody('uid') } },
	});
	const webhook = {
		id: 'node-1',
		name: JOBS,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [220, 0] as [number, number],
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
	};
	const { [MANUAL_TRIGGER]: _, ...connections } = workflow.connections;
	const nodes = workflow.nodes.filter(({ name }) => [REQUEST, WAIT, COLLECT].includes(name));
	return { ...workflow, nodes: [webhook, ...nodes], connections };
}
