import { sleep, type IDataObject } from 'n8n-workflow';

import { rememberBounded } from '../../../core/concurrency/rememberBounded';
import { PhraseError } from '../../../core/http/errors';
import type { TriggerCall } from '../../shared/trigger/triggerCall';
import type { Settings } from '../settings';
import { registeredEvents } from '../wantedEvents';
import type { AccountWebhooks } from './accountWebhooks';
import type { Hook } from './hook';
import { MOST_NODES, registrationKey } from './registrationMemory';
import { sampleItems } from './sampleItems';

/** What a listening node puts out when Phrase's test call arrives. */
interface OfferedSample {
	/** JSON of the items; empty when Phrase had no samples that can be read. */
	items: IDataObject[];
	/** To be called when the test call is there. */
	arrived: () => void;
}

/**
 * How long a test call is held, in ms. The call can come before n8n has noted that the node listens, and has told its
 * editor so. Answered at once, it would leave the test webhook on, and the editor waiting for what has come already.
 */
const HOLD_MS = 500;

/** The samples of the nodes of this process that listen. */
const offered = new Map<string, OfferedSample>();

/**
 * Gets Phrase's samples of the events, and lets Phrase make the call that puts them out, with the first of them.
 *
 * Phrase may make that call before it answers the request for it, and wait for what the call is answered. So the
 * request is over as soon as the call is there.
 *
 * @param uid of the webhook that is being tested
 * @throws PhraseError with advice, when Phrase refuses
 */
export async function offerSample(
	{ key }: Hook,
	settings: Settings,
	webhooks: AccountWebhooks,
	uid: string,
): Promise<void> {
	const events = registeredEvents(settings);
	const [event = ''] = events;
	const sampleKey = registrationKey(key, 'test');
	try {
		const items = sampleItems(settings, await webhooks.previews(events));
		await new Promise<void>((arrived, refused) => {
			rememberBounded(offered, sampleKey, { items, arrived }, MOST_NODES);
			webhooks.sendTest(uid, event).then(arrived, refused);
		});
	} catch (error) {
		offered.delete(sampleKey);
		throw error instanceof PhraseError ? withAdvice(error) : error;
	}
}

/**
 * Takes the samples that a listening node is to put out in place of the call that has arrived. To be called once the
 * call's token was checked.
 *
 * @returns the JSON of the items; undefined when the call itself is to be put out
 */
export async function takeSample({ node, isTest }: TriggerCall): Promise<IDataObject[] | undefined> {
	if (!isTest) return undefined;
	const key = registrationKey(node, 'test');
	const sample = offered.get(key);
	if (sample === undefined) return undefined;
	offered.delete(key);
	sample.arrived();
	await sleep(HOLD_MS);
	return sample.items.length > 0 ? sample.items : undefined;
}

/** Forgets samples for which no call has come. */
export function withdrawSample({ key }: Hook): void {
	offered.delete(registrationKey(key, 'test'));
}

function withAdvice(error: PhraseError): PhraseError {
	const advice = "Choose 'Real Events' in 'Test With' to listen without samples.";
	return error.with({
		message: `Phrase gave no samples to test with: ${error.message}`,
		description: [error.description, advice].filter(Boolean).join(' '),
	});
}
