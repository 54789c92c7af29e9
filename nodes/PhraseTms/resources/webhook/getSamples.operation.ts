import { listPreviews } from '../../../../core/phrase/webhooks/previews';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { toPhraseError } from '../../../../core/http/errors';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import type { Part } from '../../../../core/operation/part';
import { chosenEvents, eventFields, NO_EVENT } from '../../../shared/tms/fields/events';
import { samplesIn } from './shared/eventSamples';

/**
 * Reads Phrase's examples of events as the items that Phrase TMS Trigger would put out, to pin them there.
 * Source: getWebhookPreviews, GET /api2/v2/webhooks/previews.
 */
export const getSamples = defineOperation(
	{
		name: 'Get Many Samples',
		action: 'Get many event samples',
		description:
			"Retrieve Phrase's examples of events as the items that Phrase TMS Trigger makes of them, to pin them there",
		fields: eventFields('Events to return examples of'),
	},
	{
		check: (values) => (chosenEvents(values).length === 0 ? NO_EVENT : undefined),
		request: (values) => listPreviews(chosenEvents(values)),
		ends: sampleItems(),
	},
);

/**
 * The answer holds examples of events, each of which becomes the items that Phrase TMS Trigger makes of it. What cannot be
 * read as an event is a failed part beside the others: an item of another form would mislead whoever pins it.
 */
function sampleItems<V extends Parameters<typeof chosenEvents>[0]>(): Ending<V> {
	return {
		run: eachAlone(async ({ client, request, hint, values }) => {
			const samples = samplesIn((await client.send(request())).body);
			const missing = chosenEvents(values).filter((name) => samples.every(({ event }) => event !== name));
			if (missing.length > 0) hint(`Phrase has no sample of ${missing.join(', ')}.`);
			return samples.flatMap(({ event, items }): Part[] =>
				Array.isArray(items)
					? items.map((json) => ({ json }))
					: [toPhraseError(items).with({ about: { event } })],
			);
		}),
	};
}
