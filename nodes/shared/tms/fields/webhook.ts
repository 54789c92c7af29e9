import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** The webhook an operation is about. */
export const webhook = () => locator(webhookLocator);

/** The webhook that an operation is restricted to; an empty text for all of them. */
export const optionalWebhook = (description: string) =>
	locator({ ...webhookLocator, description, optional: true });

const webhookLocator = {
	displayName: 'Webhook',
	description: 'The webhook in Phrase TMS',
	search: searchWebhooks,
	idPlaceholder: 'e.g. 6mQn0aPfTzW2xYcR9dLk41',
};

/** Webhooks by name. Source: getWebHookListV2, GET /api2/v2/webhooks. */
async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v2/webhooks`.query({ name: filter }),
		({ uid, name, url }) => {
			const value = asText(uid);
			if (value === undefined) return undefined;
			const words = [asText(name), asText(url) && `(${asText(url)})`].filter(Boolean);
			return { name: words.join(' ') || value, value };
		},
		paginationToken,
	);
}
