import type { IHookFunctions } from 'n8n-workflow';

import { ALL_JOBS_REACHED_STATUS } from '../../../core/phrase/events/webhookEvents';
import { tmsCredentialType, type TmsCredentialType } from '../../shared/tms/credentialType';
import { triggerState, type Registration } from '../state';
import { chosenEvents, eventFilters, maxBodySize, reachedStatuses, wantedEvents } from '../settings';
import type { WebhookSettings } from './accountWebhooks';
import { assertCallable, haveSameHost } from './callbackUrl';
import { modeOf, rememberedRegistration, type KnownRegistration, type Mode } from './memory';
import { registrationName } from './registrationName';

/** The registration that a node is to have, whatever its token. */
export interface Wanted extends Omit<WebhookSettings, 'secretToken'> {
	mode: Mode;
	/** How its name ends; see `registrationName`. */
	mark: string;
	/** What n8n's database holds of its registration. */
	stored?: Registration;
	/** What this process knows of it. */
	remembered?: KnownRegistration;
}

/**
 * The registration that the node is to have, as it is set up now.
 * @throws NodeOperationError, ParameterError, PhraseError when it is not set up so that Phrase could call it
 */
export async function wantedRegistration(context: IHookFunctions): Promise<Wanted> {
	const mode = modeOf(context);
	const url = context.getNodeWebhookUrl('default');
	const events = wantedEvents(context);
	assertReceivable(context);
	assertCallable(url, await context.getCredentials(credentialType(context)));
	// What was registered at another host is another n8n's, and so is its token.
	const ifHere = <T extends Registration>(one: T | undefined) =>
		one !== undefined && haveSameHost(one.url, url) ? one : undefined;
	return {
		mode,
		url,
		events,
		...registrationName(context, mode),
		stored: ifHere(triggerState(context).registrations?.[mode]),
		remembered: ifHere(rememberedRegistration(context, mode)),
	};
}

/**
 * Checks the settings that are read when an event comes: with one that cannot be used, each event would fail.
 * @throws NodeOperationError naming the parameter
 */
function assertReceivable(context: IHookFunctions): void {
	eventFilters(context);
	maxBodySize(context);
	if (chosenEvents(context).includes(ALL_JOBS_REACHED_STATUS)) reachedStatuses(context);
}

/** What of it Phrase is told. */
export function settingsOf({ url, name, events }: Wanted, secretToken: string): WebhookSettings {
	return { url, name, events, secretToken };
}

/** The type of the credential that the node signs in to Phrase TMS with. */
export function credentialType(context: IHookFunctions): TmsCredentialType {
	return tmsCredentialType(context.getNodeParameter('authentication'));
}
