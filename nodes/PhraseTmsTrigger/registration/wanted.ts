import type { WebhookSettings } from '../../../core/phrase/webhooks/webhook';
import type { Settings } from '../settings';
import { registeredEvents } from '../wantedEvents';
import { assertCallable } from './webhookUrl';
import type { Hook } from './hook';
import { registrationName } from './registrationName';

/** The header in which Phrase is to send the token, in Phrase's word for it. */
export const SECRET_TOKEN_TYPE = 'X_MEMSOURCE_TOKEN';

/** The registration that a node is to have, whatever its token. */
export interface Wanted {
	url: string;
	name: string;
	/** How the name ends; see `registrationName`. */
	mark: string;
	events: string[];
}

/**
 * The registration that the node is to have, as it is set up now.
 * @throws ParameterError, PhraseError when it is not set up so that Phrase could call it
 */
export async function wantedRegistration(hook: Hook, settings: Settings): Promise<Wanted> {
	const { url, credential } = hook;
	assertCallable(url, await credential.read());
	return { url, events: registeredEvents(settings), ...registrationName(hook) };
}

/** What of it Phrase is told. */
export function settingsOf({ url, name, events }: Wanted, secretToken: string): WebhookSettings {
	return {
		url,
		name,
		events,
		secretToken,
		secretTokenType: SECRET_TOKEN_TYPE,
		status: 'ENABLED',
		hidden: false,
	};
}
