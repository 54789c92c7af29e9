import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { CallbackEvent } from '../../core/callbacks/callbackEvent';
import { readCallback, type ReceivedCallback } from '../../core/callbacks/readCallback';
import { onlyOnce } from '../shared/trigger/onlyOnce';
import { rejecting } from '../shared/trigger/rejecting';
import { passesFilters, type OutcomeFilter } from './passesFilters';
import { signingSecret } from './signingSecret';

interface Options {
	/** In KB. */
	maxBodySize?: number;
	/** Comma-separated. */
	otherActions?: string;
	outcome?: OutcomeFilter;
}

/**
 * Takes one callback from Phrase: starts the workflow with one item, answers 200 without starting it when the
 * filters leave the callback out or it has started the workflow before, or rejects the call with a 4xx.
 * n8n itself answers another method than POST with a 404.
 *
 * @throws NodeOperationError when the node is not set up to take callbacks; n8n shows it as a failed execution
 */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await rejecting(context, async () => {
		const secret = await signingSecret(context);
		const options = context.getNodeParameter('callbackOptions', {}) as Options;
		const received = await readCallback(context, {
			secret,
			url: context.getNodeWebhookUrl('default'),
			longestBody: (options.maxBodySize ?? 1024) * 1024,
		});
		const { event, context: callbackContext, signed, body } = received;
		if (!passesFilters(event, filters(context, options))) return {};
		return await onlyOnce(context, keyOf(received), async () => ({
			workflowData: [[{ json: { ...event, context: callbackContext, signed, body } }]],
		}));
	});
}

/**
 * Names what a callback tells: that a piece of work has ended, and how.
 * @returns undefined when the callback does not say which piece of work it is about
 */
function keyOf({ event, body }: ReceivedCallback): string | undefined {
	const id = idOf(event);
	if (id === undefined) return undefined;
	const outcome = event.succeeded === null ? JSON.stringify(body) : String(event.succeeded);
	return `${event.kind} ${id} ${outcome}`;
}

function idOf({ asyncRequestId, taskId, fileTranslationUid }: CallbackEvent): string | undefined {
	return asyncRequestId ?? taskId ?? fileTranslationUid;
}

function filters(context: IWebhookFunctions, { otherActions = '', outcome = 'any' }: Options) {
	const others = otherActions.split(',').map((action) => action.trim());
	const actions = context.getNodeParameter('actions', []) as string[];
	return {
		kinds: context.getNodeParameter('kinds', []) as string[],
		actions: [...actions, ...others.filter((action) => action !== '')],
		outcome,
	};
}
