import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { deleteWebhook } from './delete.operation';
import { get } from './get.operation';
import { getCalls } from './getCalls.operation';
import { getHealth } from './getHealth.operation';
import { getMany } from './getMany.operation';
import { getSamples } from './getSamples.operation';
import { replayCalls } from './replayCalls.operation';
import { sendTest } from './sendTest.operation';
import { update } from './update.operation';

/** A URL that Phrase TMS calls for events of the whole account. */
export const webhook: Resource = {
	name: 'Webhook',
	operations: {
		create,
		delete: deleteWebhook,
		get,
		getCalls,
		getHealth,
		getMany,
		getSamples,
		replayCalls,
		sendTest,
		update,
	},
	defaultOperation: 'getMany',
};
