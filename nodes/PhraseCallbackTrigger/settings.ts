import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { readFields } from '../shared/trigger/readFields';
import { fields } from './fields';

/** What the user has set up, checked. */
export interface Settings {
	/** Type of the credential whose secret signs the callback URLs; undefined to take unsigned calls. */
	signedBy: string | undefined;
	/** Kinds that start the workflow; none take all. */
	kinds: string[];
	/** Looked at for TMS async requests only: no other callback has such an action. None take all. */
	actions: string[];
	/** A callback that does not tell its outcome always passes: it is for the API to tell. */
	outcome: 'any' | 'succeeded' | 'failed';
	/** Longest callback that is taken, in bytes. */
	maxBodySize: number;
}

/**
 * Reads and checks what the user has set up.
 * @throws ParameterError naming the parameter that cannot be used
 */
export async function readSettings(context: IHookFunctions | IWebhookFunctions): Promise<Settings> {
	const { signedBy, kinds, actions, callbackOptions } = await readFields(fields, context);
	const { otherActions = [], outcome = 'any', maxBodySize = 1024 } = callbackOptions;
	return {
		signedBy: signedBy === 'none' ? undefined : signedBy,
		kinds,
		actions: [...actions, ...otherActions],
		outcome,
		maxBodySize: maxBodySize * 1024,
	};
}
