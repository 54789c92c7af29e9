import type { StoredCredential, WorkflowExport } from '../client';

/** Name of the node that exports a target file, sleeps, and downloads it. */
export const DOWNLOAD = 'Download the target file';

const WEBHOOK = 'A job';

const fromBody = (member: string) => ({ __rl: true, mode: 'id', value: `={{ $json.body.${member} }}` });

/**
 * A workflow that downloads a target file in one node and sleeps meanwhile. A production webhook starts it: the body of
 * the call is the job.
 *
 * @param path what follows `/webhook/` in the URL
 */
export function webhookWorkflow({ id, name }: StoredCredential, path: string): WorkflowExport {
	return {
		name: 'A target file, asleep',
		nodes: [
			{
				id: 'node-0',
				name: WEBHOOK,
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2,
				position: [0, 0],
				webhookId: path,
				parameters: { httpMethod: 'POST', path, responseMode: 'onReceived' },
			},
			{
				id: 'node-1',
				name: DOWNLOAD,
				type: 'n8n-nodes-phrase.phraseTms',
				typeVersion: 2,
				position: [220, 0],
				credentials: { phraseTmsApi: { id, name } },
				parameters: {
					resource: 'job',
					operation: 'downloadTargetFile',
					projectUid: fromBody('projectUid'),
					jobUid: fromBody('uid'),
					whileWaiting: 'sleep',
				},
			},
		],
		connections: { [WEBHOOK]: { main: [[{ node: DOWNLOAD, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	};
}
