import { NOTHING_TO_UPDATE } from '../../../../../core/fields/updateFields';
import type { IDataObject } from 'n8n-workflow';
import { toggle } from '../../../../../core/fields/choice';
import type { OptionalValues } from '../../../../../core/fields/field';
import { ParameterError } from '../../../../../core/http/errors';
import { asText, asTexts } from '../../../../../core/http/read';
import type { PhraseRequest } from '../../../../../core/http/request';
import { updateWebhook } from '../../../../../core/phrase/webhooks/webhook';
import { chosenEvents, eventFields, NO_EVENT } from '../../../../shared/tms/fields/events';
import { webhookFields } from './webhookFields';

/** What of a webhook a user can change. */
export const changes = {
	...eventFields('Events for which Phrase calls the webhook from now on, instead of those before'),
	name: webhookFields.name(),
	removeSecretToken: toggle({
		displayName: 'Remove Secret Token',
		description: 'Whether Phrase calls the webhook without a secret token from now on',
	}),
	secretToken: webhookFields.secretToken(
		'Secret that takes the place of the one before. The receiver has to know it when it arrives.',
	),
	secretTokenType: webhookFields.secretTokenType(),
	status: webhookFields.status(),
	url: webhookFields.url(),
};

type Changes = OptionalValues<typeof changes>;

/** What of the changes does not go together, in words. */
export function conflictIn(given: Changes): string | undefined {
	if (Object.keys(given).length === 0) return NOTHING_TO_UPDATE;
	if (changesEvents(given) && chosenEvents(given).length === 0) return NO_EVENT;
	return given.secretToken !== undefined && given.removeSecretToken === true
		? "'Secret Token' and 'Remove Secret Token' exclude each other: give one of them"
		: undefined;
}

function changesEvents(given: Changes): boolean {
	return 'events' in given || 'otherEvents' in given;
}

/**
 * Writes the webhook with all its members: those that the user gave, else those that were read.
 * @throws ParameterError when the secret token can neither be kept nor is replaced
 */
export function writeWebhook(webhookUid: string, current: IDataObject, given: Changes): PhraseRequest {
	const secretToken = given.removeSecretToken === true ? undefined : (given.secretToken ?? kept(current));
	return updateWebhook(webhookUid, {
		name: given.name ?? asText(current.name),
		url: given.url ?? asText(current.url) ?? '',
		events: changesEvents(given) ? chosenEvents(given) : asTexts(current.events),
		status: given.status ?? asText(current.status),
		hidden: typeof current.hidden === 'boolean' ? current.hidden : undefined,
		secretToken,
		secretTokenType: given.secretTokenType ?? asText(current.secretTokenType),
	});
}

/**
 * The secret token that the webhook has, which has to be written again to stay.
 *
 * Phrase tells it to everybody who may read the webhook. It may not, because the member is missing or masked.
 * Then nobody knows whether writing the webhook without it takes it away. A mask must not become the secret:
 * whatever receives the calls would refuse them all. So nothing is written then, and the user is asked. A
 * member that is there and empty says that the webhook has no secret token.
 *
 * @returns undefined when it has none
 * @throws ParameterError when Phrase does not tell
 */
function kept({ secretToken }: IDataObject): string | undefined {
	if (secretToken === null || secretToken === '') return undefined;
	const text = asText(secretToken);
	if (text === undefined || MASK.test(text)) {
		throw new ParameterError(
			'Phrase does not tell the secret token of the webhook, so it could get lost: the node changed nothing',
			"Give it in 'Secret Token' for it to stay, or turn on 'Remove Secret Token' when there is none.",
		);
	}
	return text;
}

/** Characters that hide a secret. */
const MASK = /^[*•●]+$/;
