import type { Resource } from '../../../../core/operation/operation';
import { create } from './create';
import { deleteWebhook } from './delete';
import { get } from './get';
import { getCalls } from './getCalls';
import { getMany } from './getMany';
import { getSamples } from './getSamples';
import { health } from './health';
import { replayCalls } from './replayCalls';
import { sendTest } from './sendTest';
import { update } from './update';

/** A URL that Phrase TMS calls for events of the whole account. */
export const webhook: Resource = {
	name: 'Webhook',
	operations: {
		create,
		delete: deleteWebhook,
		get,
		getCalls,
		getMany,
		getSamples,
		health,
		replayCalls,
		sendTest,
		update,
	},
	defaultOperation: 'getMany',
};
