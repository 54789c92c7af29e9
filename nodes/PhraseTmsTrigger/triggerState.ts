import type { IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import type { SeenState } from '../shared/trigger/seenState';

/** A webhook in Phrase TMS that calls this node. */
export interface Registration {
	/** Empty once the webhook was removed; the rest stays, to be registered again with the same token. */
	uid: string;
	/** Where Phrase calls. */
	url: string;
	/**
	 * What is left of the token that Phrase sends along in each call: enough to know it by. People who may
	 * not know the token can see a workflow's state in n8n, and n8n 1.x copies it into each execution.
	 */
	tokenDigest: string;
	/** When the token was made, in ms since 1970. */
	tokenMadeAt?: number;
	/** The account that the webhook is in; undefined when Phrase did not tell. */
	account?: string;
}

/** The jobs that the workflow was started for when it was activated. */
export interface StartedWith {
	/** Up to when their changes are told by it, in seconds since 1970 by Phrase's clock. */
	until: number;
	/** Their keys; the text of a `FiredFor`. */
	jobs: string;
}

/** What a node keeps in n8n's database, as long as its workflow exists. */
export interface TriggerState extends SeenState {
	/** The webhooks that this node has registered: one while it is active, one while the user tests it. */
	registrations?: { production?: Registration; test?: Registration };
	/** What the event about all jobs has fired for; the text of a `FiredFor`. */
	fired?: string;
	/** Newest `timestamp` of an event that was taken, in seconds since 1970 by Phrase's clock. */
	lastSeenAt?: number;
	/** The jobs that have started the workflow, each in its status; the text of a `FiredFor`. */
	told?: string;
	/** The jobs that started it on activation lately. */
	startedWith?: StartedWith[];
}

/** The state of the node; see `SeenState`. */
export function triggerState(context: IHookFunctions | ITriggerFunctions | IWebhookFunctions): TriggerState {
	return context.getWorkflowStaticData('node');
}
