import type { INode, INodeParameters } from 'n8n-workflow';
import type { StoredCredential, WorkflowExport } from '../client';

/** Name of the Phrase TMS Trigger. */
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
		type: 'n8n-nodes-phrase.phraseTmsTrigger',
		typeVersion: 2,
		position: [0, 0],
		parameters: { authentication: 'phraseTmsApi', ...parameters },
		credentials: { phraseTmsApi: { id: credential.id, name: credential.name } },
	};
	return { name, nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } };
}
