import { z } from 'zod/v4';
import { field, shownWhen } from './field';
import { fieldSet } from './fieldSet';
import { requiredUrl } from './text';
import { wantsSleep } from './whileWaiting';

/** Whom Phrase tells when the work has ended. */
export interface CallbackTarget {
	/** URL that Phrase calls; undefined when nobody is to be told, or this execution is. */
	url?: string;
	/** Whether Phrase is to wake this execution. */
	thisExecution: boolean;
	/** Whether the URL gets the context of the call, for one of our nodes to read. */
	withContext: boolean;
	/** Display name of the parameter that says so. */
	parameter: 'Notify' | 'Trigger URL' | 'Callback URL' | 'While Waiting';
}

/** The fields that let the user say whom Phrase tells when the work has ended. */
export const notifyFields = {
	notify: field(
		{
			displayName: 'Notify',
			type: 'options',
			options: [
				{ name: 'Another URL', value: 'url', description: 'Call any URL, which the node sends as it is' },
				{ name: 'Nobody', value: 'nobody', description: 'Send no callback' },
				{
					name: 'Phrase Callback Trigger',
					value: 'callbackTrigger',
					description: 'Start a workflow that begins with a Phrase Callback Trigger',
				},
				{
					name: 'This Execution',
					value: 'thisExecution',
					description: 'Wake this execution, which sleeps in a Wait operation further down by then',
					displayOptions: { show: { '@tool': [false] } },
				},
			],
			default: 'nobody',
			description: 'Whom Phrase tells when the work has ended',
		},
		() => z.enum(['nobody', 'callbackTrigger', 'thisExecution', 'url']),
	),
	triggerUrl: shownWhen(
		{ notify: ['callbackTrigger'] },
		requiredUrl({
			displayName: 'Trigger URL',
			placeholder: 'e.g. https://n8n.example.com/webhook/5f0c…/webhook',
			description:
				'Production URL of the Phrase Callback Trigger in the workflow to start. Phrase must be able to reach it.',
		}),
	),
	callbackUrl: shownWhen(
		{ notify: ['url'] },
		requiredUrl({
			displayName: 'Callback URL',
			placeholder: 'e.g. https://example.com/phrase-callback',
			description: 'URL that Phrase calls with a POST when the work has ended',
		}),
	),
};

const notifying = fieldSet(notifyFields);

/**
 * Whom Phrase tells of the work that an operation starts: whom the user notifies, or this execution when it is to sleep.
 * @param values those of the operation
 */
export function callbackTarget(values: unknown): CallbackTarget {
	if (wantsSleep(values)) return { thisExecution: true, withContext: true, parameter: 'While Waiting' };
	const { notify, triggerUrl, callbackUrl } = notifying.of(values);
	return {
		url: triggerUrl ?? callbackUrl,
		thisExecution: notify === 'thisExecution',
		withContext: notify === 'callbackTrigger' || notify === 'thisExecution',
		parameter: notify === 'callbackTrigger' ? 'Trigger URL' : notify === 'url' ? 'Callback URL' : 'Notify',
	};
}

/** Whether an operation has Phrase wake the execution that it runs in. */
export function notifiesThisExecution(values: unknown): boolean {
	return notifying.of(values).notify === 'thisExecution';
}
