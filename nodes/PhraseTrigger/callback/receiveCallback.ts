import type { ServerResponse } from 'node:http';
import { NodeOperationError, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';

import { readCallbackContext } from '../../../core/async/callbackUrl';
import { CallbackRejected } from '../../../core/async/CallbackRejected';
import { passesFilters, type OutcomeFilter } from './passesFilters';
import { readCallbackBody, type WebhookRequest } from './readCallbackBody';
import { readCallbackEvent } from './readCallbackEvent';
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
		const received = readCallbackContext(
			context.getQueryData() as Record<string, unknown>,
			secret,
			new Date(),
		);
		const request = context.getRequestObject() as WebhookRequest;
		const body = await readCallbackBody(request, (options.maxBodySize ?? 1024) * 1024);
		const { signed, context: callbackContext = {} } = received;
		const event = readCallbackEvent(body, callbackContext);
		if (!passesFilters(event, filters(context, options))) return {};
		return { workflowData: [[{ json: { ...event, context: callbackContext, signed, body } }]] };
	} catch (error) {
		if (error instanceof CallbackRejected) return reject(context, error);
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

function reject(context: IWebhookFunctions, { status, message }: CallbackRejected): IWebhookResponseData {
	context.logger.warn(`Phrase Trigger rejected a callback: ${message}`);
	const response = context.getResponseObject() as ServerResponse;
	response
		.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
		.end(JSON.stringify({ message }));
	return { noWebhookResponse: true };
}
