import { NodeOperationError } from 'n8n-workflow';

import { isPassing } from '../../../core/http/errors';
import { areOfSameN8n } from './webhookUrl';
import type { Hook } from './hook';

/** URLs of the registrations that n8n is about to remove although it is only Phrase that cannot be asked. */
const spared = new Set<string>();

/**
 * Checks a node's registration. n8n removes a registration whose check has failed, to make another one later.
 * Events that happen in between would be lost. So one that is known is spared when the check failed for a
 * passing reason, such as an outage of Phrase while n8n starts.
 *
 * @param check may throw
 * @throws what `check` throws
 */
export async function sparing<T>({ mode, url = '', state }: Hook, check: () => Promise<T>): Promise<T> {
	spared.delete(url);
	const { production } = state.registrations ?? {};
	return await check().catch((error: unknown) => {
		// A test is over when it could not begin.
		const isKnown =
			mode === 'production' &&
			production !== undefined &&
			production.uid !== '' &&
			areOfSameN8n(production.url, url);
		if (isKnown && isPassing(error)) spared.add(url);
		throw error;
	});
}

/**
 * Refuses the removal that follows on a failed check. By an error, because n8n then goes on to hand Phrase's calls to
 * the node, until it checks again.
 *
 * @throws NodeOperationError once, for a registration that is spared
 */
export function assertNotSpared({ url = '', node }: Hook): void {
	if (!spared.delete(url)) return;
	throw new NodeOperationError(node, 'Could not check the webhook in Phrase, so it stays as it is', {
		description: 'Events go on to arrive. n8n checks it again in a while.',
	});
}
