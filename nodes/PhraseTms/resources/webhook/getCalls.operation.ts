import type { IDataObject } from 'n8n-workflow';
import { collection } from '../../../../core/fields/collection';
import { asRecord } from '../../../../core/http/read';
import { listCalls } from '../../../../core/phrase/webhooks/webhookCall';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { optionalWebhook } from '../../../shared/tms/fields/webhook';
import { chosenEvents, eventFields } from '../../../shared/tms/fields/events';

/**
 * Lists the calls that Phrase made. Phrase keeps them for 14 days. It can filter them by status as well, but does not
 * document which ones there are.
 * Source: getWebhookCallsList, GET /api2/v1/webhooksCalls.
 */
export const getCalls = defineOperation(
	{
		name: 'Get Calls',
		action: 'Get calls of webhooks',
		description: 'Retrieve a list of the calls that Phrase made to webhooks in the last 14 days',
		fields: {
			webhookUid: optionalWebhook('The webhook whose calls to return; those of all webhooks when left empty'),
			filters: collection('Filters', 'Add filter', eventFields('Events whose calls to return')),
		},
	},
	{
		request: ({ webhookUid, filters }) => listCalls({ webhookUid, events: chosenEvents(filters) }),
		ends: many({
			simple: [
				'uid',
				'eventUid',
				'triggerEvent',
				'url',
				'createdAt',
				'statusCode',
				'errorMessage',
				'retryAttempt',
				'forced',
			],
			visible: visibleCall,
			add: (_values, _answer, { uid, webhookSettings }) => ({
				callUid: uid,
				webhookUid: asRecord(webhookSettings).uid,
			}),
		}),
	},
);

/** A call as users may see it: should it tell more of its webhook than the UID, then no secret. */
function visibleCall(call: IDataObject): IDataObject {
	const { secretToken: _, ...webhookSettings } = asRecord(call.webhookSettings);
	return { ...call, webhookSettings };
}
