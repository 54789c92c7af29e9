import { NodeOperationError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { CallbackRejected } from '../../../core/async/callback/CallbackRejected';
import { readCallback } from '../../../core/async/callback/readCallback';
import { rejectCallback } from '../../../core/async/callback/rejectCallback';
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
 * filters leave the callback out, or rejects the call with a 4xx.
 * n8n itself answers another method than POST with a 404.
 *
 * @throws NodeOperationError when the node is not set up to take callbacks; n8n shows it as a failed execution
 */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const secret = await signingSecret(context);
	const options = context.getNodeParameter('callbackOptions', {}) as Options;
	try {
		const limit = (options.maxBodySize ?? 1024) * 1024;
		const { event, context: callbackContext, signed, body } = await readCallback(context, secret, limit);
		if (!passesFilters(event, filters(context, options))) return {};
		return { workflowData: [[{ json: { ...event, context: callbackContext, signed, body } }]] };
	} catch (error) {
		if (error instanceof CallbackRejected) return rejectCallback(context, error);
		throw new NodeOperationError(context.getNode(), error as Error);
	}
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
