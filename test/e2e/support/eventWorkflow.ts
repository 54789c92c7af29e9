import { randomUUID } from 'node:crypto';
import type { INode, INodeParameters } from 'n8n-workflow';
import type { N8nExecution, StoredCredential, WorkflowExport } from '../../../n8n';

/** Name of the Phrase Trigger. */
export const TRIGGER = 'When something happens in Phrase';

/**
 * A workflow that starts on account events of Phrase TMS, and does nothing else.
 *
 * @param parameters of the trigger: `events`, and what else differs from a new node
 */
export function eventWorkflow(
	credential: StoredCredential,
	parameters: INodeParameters,
	name = 'Account events',
): WorkflowExport {
	const trigger: INode = {
		id: 'trigger',
		name: TRIGGER,
		type: 'n8n-nodes-phrase.phraseTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: { triggerOn: 'webhookEvent', authentication: 'phraseTmsApi', ...parameters },
		credentials: { phraseTmsApi: { id: credential.id, name: credential.name } },
		webhookId: randomUUID(),
	};
	return { name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
}

/** One name for each job part of each event that executions have put out, as often as they have. */
export function arrivedParts(executions: N8nExecution[]): string[] {
	return executions
		.flatMap((execution) => execution.items(TRIGGER))
		.map(({ json: { eventUid, jobUid } }) => partName(eventUid, jobUid));
}

/** The same for the bodies of events, as Phrase sends them. */
export function sentParts(bodies: string[]): string[] {
	return bodies.flatMap((text) => {
		const { eventUid, jobParts } = JSON.parse(text) as { eventUid: string; jobParts: Array<{ uid: string }> };
		return jobParts.map(({ uid }) => partName(eventUid, uid));
	});
}

function partName(eventUid: unknown, jobUid: unknown): string {
	return `${String(eventUid)} ${String(jobUid)}`;
}
