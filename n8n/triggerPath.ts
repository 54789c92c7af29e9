import { randomUUID } from 'node:crypto';
import type { INode, IWorkflowBase } from 'n8n-workflow';

/** Types of the triggers of this package. */
const OUR_TRIGGER = /^n8n-nodes-phrase\.\w+Trigger$/;

/** Types of triggers that get a `webhookId`. Without one, n8n 1 puts the workflow's own id into their path. */
const WITH_ID = /^(n8n-nodes-phrase\.\w+Trigger|n8n-nodes-base\.webhook)$/;

/**
 * The nodes of a workflow that is imported: each trigger of ours, and n8n's Webhook, has a path of its own, as n8n's editor gives
 * it. On its server, n8n 2 does that, too.
 */
export function withWebhookIds(nodes: INode[]): INode[] {
	return nodes.map((node) =>
		WITH_ID.test(node.type) ? { ...node, webhookId: node.webhookId ?? randomUUID() } : node,
	);
}

/**
 * The path that n8n gives to the trigger of a stored workflow that is one of ours; it follows `/webhook/` in the
 * production URL and `/webhook-test/` in the test URL.
 *
 * @throws Error when no trigger has one
 */
export function triggerPath({ name, nodes }: Pick<IWorkflowBase, 'name' | 'nodes'>): string {
	const { webhookId } = nodes.find(({ type }) => OUR_TRIGGER.test(type)) ?? {};
	if (webhookId === undefined) throw new Error(`No trigger of workflow "${name}" has a webhookId`);
	return `${webhookId}/webhook`;
}
