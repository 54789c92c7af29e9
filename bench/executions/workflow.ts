import type { INode, INodeParameters } from 'n8n-workflow';
import type { StoredCredential, WorkflowExport } from '../../n8n';

/** Name of the node that is measured. */
export const MEASURED = 'Measured';

/** The node of a workflow: its type, version and parameters. */
export type Choice = Pick<INode, 'type' | 'typeVersion'> & { parameters: INodeParameters };

/** A node of n8n that does nothing. */
export const EMPTY: Choice = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/** Reads a job. */
export function getJob({ uid, projectUid }: { uid: string; projectUid: string }): Choice {
	const byId = (value: string) => ({ __rl: true, mode: 'id', value });
	return {
		type: 'n8n-nodes-phrase.phraseTms',
		typeVersion: 2,
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'get',
			projectUid: byId(projectUid),
			jobUid: byId(uid),
		},
	};
}

/** A workflow that a production webhook starts; it answers when its node has ended. */
export function answeringWorkflow(
	{ type, typeVersion, parameters }: Choice,
	path: string,
	{ id, name }: StoredCredential,
): WorkflowExport {
	const webhook: INode = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		position: [0, 0],
		webhookId: path,
		parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
	};
	const measured: INode = {
		id: 'measured',
		name: MEASURED,
		type,
		typeVersion,
		position: [220, 0],
		parameters,
		...(type.includes('phrase') && { credentials: { phraseTmsApi: { id, name } } }),
	};
	return {
		name: path,
		nodes: [webhook, measured],
		connections: { Webhook: { main: [[{ node: MEASURED, type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1', saveDataSuccessExecution: 'none' },
	};
}
