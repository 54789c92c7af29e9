import type { IWebhookFunctions } from 'n8n-workflow';

import { accepted } from '../../../shared/trigger/accepted';
import { firedFor } from '../../memory';
import { triggerState } from '../../state';

/**
 * Whether the workflow has been started for something, or is about to be. While the user tests it, everything is
 * new.
 *
 * @param key names what to start it for
 */
export function hasFired(context: IWebhookFunctions, key: string): boolean {
	if (context.getMode() === 'manual') return false;
	const { fired, firing } = firedFor.of(context);
	fired.merge(triggerState(context).fired);
	return firing.has(key) || fired.has(key);
}

/**
 * Takes those that the workflow has not been started for. They count as fired for from now on, so that of two calls
 * at the same moment one takes them, and no longer when n8n does not start the workflow: Phrase delivers the event
 * again then.
 *
 * @returns what the call has to start the workflow with
 */
export function fireOnce<T extends { key: string }>(context: IWebhookFunctions, candidates: T[]): T[] {
	const taken = candidates.filter(({ key }) => !hasFired(context, key));
	if (taken.length === 0 || context.getMode() === 'manual') return taken;
	const { fired, firing } = firedFor.of(context);
	const keys = taken.map(({ key }) => key);
	for (const key of keys) firing.add(key);
	triggerState(context).fired = fired.toText(keys);
	void accepted(context).then((started) => {
		for (const key of keys) {
			if (started) fired.add(key);
			firing.delete(key);
		}
	});
	return taken;
}
