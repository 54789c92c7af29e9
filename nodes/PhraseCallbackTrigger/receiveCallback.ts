import type { IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readCallback } from '../../core/callbacks/readCallback';
import { takeCallback } from '../../core/callbacks/takeCallback';
import { Credential } from '../../core/http/credential';
import { activationError } from '../shared/trigger/activationError';
import { callOf } from '../shared/trigger/triggerCall';
import { onlyOnce } from '../shared/trigger/onlyOnce';
import { startWith } from '../shared/trigger/startWith';
import { callbackItem } from './callbackItem';
import { keyOf } from './keyOf';
import { passesFilters } from './callbackFilters';
import { readSettings } from './settings';
import { signingSecret } from './signingSecret';

/**
 * Takes one callback from Phrase, and starts the workflow with one item. It answers 200 without starting the
 * workflow when the filters leave the callback out, or when it has started the workflow before. It rejects a
 * call with a 4xx, or with a 503 for Phrase to deliver it again. That is so, too, when the node is not set up
 * to take callbacks: n8n's log says why. n8n itself answers another method than POST with a 404.
 */
export async function receiveCallback(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await takeCallback(context, async () => {
		const { signedBy, maxBodySize, ...filters } = await readSettings(context);
		const secret =
			signedBy === undefined ? undefined : await signingSecret(new Credential(context, signedBy));
		const received = await readCallback(context, {
			secret,
			url: context.getNodeWebhookUrl('default'),
			longestBody: maxBodySize,
		});
		if (!passesFilters(received.event, filters)) return startWith([]);
		const call = callOf(context, context.getWorkflowStaticData('node'));
		const key = keyOf(received, call.query);
		return startWith(await onlyOnce(call, key, async () => [callbackItem(received)]));
	});
}

/**
 * Checks what is read when a callback comes, before the workflow is published: with a setting that cannot be used, each
 * callback would fail.
 *
 * @throws NodeOperationError naming the parameter, or when callbacks must be signed by a credential that cannot sign
 */
export async function assertReceivable(context: IHookFunctions): Promise<void> {
	try {
		const { signedBy } = await readSettings(context);
		if (signedBy !== undefined) await signingSecret(new Credential(context, signedBy));
	} catch (error) {
		throw activationError(context.getNode(), error);
	}
}
