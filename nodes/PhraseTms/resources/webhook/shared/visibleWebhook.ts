import type { IDataObject } from 'n8n-workflow';
import { asText } from '../../../../../core/http/read';

/**
 * What users may see of a webhook: whether it has a secret token (null when Phrase does not tell), and never which
 * one. Phrase gives the token to everybody who may read the webhook, and n8n stores what a node puts out.
 * Source: schema WebHookDtoV2, member `secretToken`.
 */
export function visibleWebhook({ secretToken, ...webhook }: IDataObject): IDataObject {
	const hasSecretToken = secretToken === undefined ? null : asText(secretToken) !== undefined;
	return { ...webhook, hasSecretToken };
}

/** What the simplified version of a webhook keeps. */
export const SIMPLE_WEBHOOK = [
	'uid',
	'name',
	'url',
	'events',
	'status',
	'failedAttempts',
	'hasSecretToken',
	'created',
	'lastModified',
] as const;
