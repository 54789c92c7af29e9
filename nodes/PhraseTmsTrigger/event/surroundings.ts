import type { PhraseClient } from '../../../core/http/client.types';
import type { TriggerCall } from '../../shared/trigger/triggerCall';
import type { TriggerState } from '../triggerState';

/** What it takes to tell what an event means: the call that brought it, and whom to ask. */
export interface Surroundings extends TriggerCall<TriggerState> {
	/** Makes the client for what has to be asked of Phrase. */
	client: () => PhraseClient;
}
