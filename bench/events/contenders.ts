import { randomUUID } from 'node:crypto';
import type { INode } from 'n8n-workflow';
import { eventWorkflow } from '../../n8n/workflows/eventWorkflow';
import type { StoredCredential, WorkflowExport } from '../../n8n';

/** The event whose bodies both get. */
export const EVENT = 'JOB_STATUS_CHANGED';

/** n8n's Webhook node as it comes, which answers at once, and nothing after it. */
export function plainWebhook(): WorkflowExport {
	const path = randomUUID();
	const node: INode = {
		id: 'webhook',
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		position: [0, 0],
		parameters: { httpMethod: 'POST', path, responseMode: 'onReceived', options: {} },
		webhookId: path,
	};
	return { name: 'Webhook', nodes: [node], connections: {}, settings: { executionOrder: 'v1' } };
}

/** Phrase TMS Trigger, and nothing after it. */
export function phraseTmsTrigger(credential: StoredCredential): WorkflowExport {
	return eventWorkflow(credential, { events: [EVENT] }, 'Phrase TMS Trigger');
}
