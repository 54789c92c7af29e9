import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

/** A webhook in Phrase TMS that calls this node. */
export interface Registration {
	uid: string;
	/** Where Phrase calls. */
	url: string;
	/** What Phrase sends along in each call, for the node to know it by. */
	secretToken: string;
}

/** What a node keeps in n8n's database, as long as its workflow exists. */
export interface TriggerState {
	/** The webhooks that this node has registered: one while it is active, one while the user tests it. */
	registrations?: { production?: Registration; test?: Registration };
	/** What started the workflow, to start it once; the text of a `RecentKeys`. */
	seen?: string;
	/** What the event about all jobs has fired for; the text of a `RecentKeys`. */
	fired?: string;
	/** Newest `timestamp` of an event that was taken, in seconds since 1970 by Phrase's clock. */
	lastSeenAt?: number;
}

/**
 * The state of the node. n8n saves what is assigned to its members: after each of the node's webhook methods, and
 * after a call of its webhook whose execution n8n has accepted. It notices whole values only, so members of members
 * are not to be changed in place.
 */
export function triggerState(context: IHookFunctions | IWebhookFunctions): TriggerState {
	return context.getWorkflowStaticData('node');
}
