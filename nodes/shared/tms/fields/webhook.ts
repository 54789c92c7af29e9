import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Webhooks by name. Source: getWebHookListV2, GET /api2/v2/webhooks. */
const searchWebhooks = searchOf('searchWebhooks', {
	list: GET`/api2/v2/webhooks`,
	by: 'name',
	id: 'uid',
	label: ({ name, url }) =>
		[asText(name), asText(url) && `(${asText(url)})`].filter(Boolean).join(' ') || undefined,
});

const webhookLocator = {
	displayName: 'Webhook',
	description: 'The webhook in Phrase TMS',
	search: searchWebhooks,
	idPlaceholder: 'e.g. 6mQn0aPfTzW2xYcR9dLk41',
};

/** The webhook an operation is about. */
export const webhook = () => locator(webhookLocator);

/** The webhook that an operation is restricted to; an empty text for all of them. */
export const optionalWebhook = (description: string) =>
	locator({ ...webhookLocator, description, optional: true });
