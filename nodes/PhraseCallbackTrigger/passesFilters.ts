import type { CallbackEvent } from '../../core/callbacks/callbackEvent';

/** Outcomes that may start the workflow. */
export type OutcomeFilter = 'any' | 'succeeded' | 'failed';

/** Which callbacks start the workflow. An empty list takes all. */
export interface CallbackFilters {
	kinds: readonly string[];
	/** Looked at for TMS async requests only: no other callback has such an action. */
	actions: readonly string[];
	/** A callback that does not tell its outcome always passes: it is for the API to tell. */
	outcome: OutcomeFilter;
}

/** Whether a callback starts the workflow. */
export function passesFilters(event: CallbackEvent, { kinds, actions, outcome }: CallbackFilters): boolean {
	if (kinds.length > 0 && !kinds.includes(event.kind)) return false;
	if (event.kind === 'asyncRequest' && actions.length > 0 && !actions.includes(event.action ?? ''))
		return false;
	if (outcome === 'any' || event.succeeded === null) return true;
	return event.succeeded === (outcome === 'succeeded');
}
