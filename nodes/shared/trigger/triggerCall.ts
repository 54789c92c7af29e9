import type { IncomingHttpHeaders } from 'node:http';
import type { IWebhookFunctions } from 'n8n-workflow';

import type { WebhookRequest } from '../../../core/callbacks/readCallbackBody';
import { accepted } from './accepted';
import { nodeLog, type NodeLog } from './log';
import { nodeKey } from './nodeMemories';
import type { SeenState } from './seenState';

/** A call of a trigger's webhook: all that n8n knows of it. */
export interface TriggerCall<State extends SeenState = SeenState> {
	/** Names the node among all of an n8n. */
	node: string;
	/** Whether the user tests the node: then nothing is remembered. */
	isTest: boolean;
	headers: IncomingHttpHeaders;
	/** A parameter that is given twice is a list. */
	query: Readonly<Record<string, unknown>>;
	request: WebhookRequest;
	/** What n8n's database holds of the node. n8n saves what is assigned to its members. */
	state: State;
	/** Waits until n8n has started the workflow, or could not; see `accepted`. */
	accepted: () => Promise<boolean>;
	log: NodeLog;
}

/**
 * Reads what n8n knows of a call.
 * @param state of the node, as its own type
 */
export function callOf<State extends SeenState>(
	context: IWebhookFunctions,
	state: State,
): TriggerCall<State> {
	return {
		node: nodeKey(context),
		isTest: context.getMode() === 'manual',
		headers: context.getHeaderData(),
		query: context.getQueryData() as Record<string, unknown>,
		request: context.getRequestObject() as WebhookRequest,
		state,
		accepted: async () => await accepted(context),
		log: nodeLog(context),
	};
}
