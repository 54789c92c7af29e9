import type { CallbackEvent } from '../../core/callbacks/callbackEvent';
import type { Settings } from './settings';

/** Which callbacks start the workflow. */
export type CallbackFilters = Pick<Settings, 'kinds' | 'actions' | 'outcome'>;

/** Whether a callback starts the workflow. */
export function passesFilters(event: CallbackEvent, { kinds, actions, outcome }: CallbackFilters): boolean {
	if (kinds.length > 0 && !kinds.includes(event.kind)) return false;
	if (event.kind === 'asyncRequest' && actions.length > 0 && !actions.includes(event.action ?? ''))
		return false;
	if (outcome === 'any' || event.succeeded === null) return true;
	return event.succeeded === (outcome === 'succeeded');
}
