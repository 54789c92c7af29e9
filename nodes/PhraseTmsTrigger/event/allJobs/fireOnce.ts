import type { TriggerCall } from '../../../shared/trigger/triggerCall';
import type { TriggerState } from '../../triggerState';
import { firings } from './firedFor';

/** What of a call it takes to know what the workflow has been started for. */
type Memory = Pick<TriggerCall<TriggerState>, 'isTest' | 'node' | 'state'>;

/**
 * Whether the workflow has been started for something, or is about to be. While the user tests it, everything is
 * new.
 *
 * @param key names what to start it for
 */
export function hasFired({ isTest, node, state }: Memory, key: string): boolean {
	if (isTest) return false;
	const { fired, firing } = firings.of(node);
	fired.merge(state.fired);
	return firing.has(key) || fired.has(key);
}

/**
 * Takes those that the workflow has not been started for. They count as fired for from now on, so that of two calls
 * at the same moment one takes them, and no longer when n8n does not start the workflow: Phrase delivers the event
 * again then.
 *
 * @returns what the call has to start the workflow with
 */
export function fireOnce<T extends { key: string }>(
	around: Memory & Pick<TriggerCall, 'accepted'>,
	candidates: T[],
): T[] {
	const { isTest, node, state, accepted } = around;
	const taken = candidates.filter(({ key }) => !hasFired(around, key));
	if (taken.length === 0 || isTest) return taken;
	const { fired, firing } = firings.of(node);
	const keys = taken.map(({ key }) => key);
	for (const key of keys) firing.add(key);
	state.fired = fired.toText(keys);
	void accepted().then((started) => {
		for (const key of keys) {
			if (started) fired.add(key);
			firing.delete(key);
		}
	});
	return taken;
}

/** Whether so much has fired that the oldest is forgotten, and may fire again. */
export function mayHaveForgotten({ isTest, node }: Pick<Memory, 'isTest' | 'node'>): boolean {
	return !isTest && firings.of(node).fired.isFull;
}
