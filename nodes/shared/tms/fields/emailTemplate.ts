import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchAllPages } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** An email template of the organization, by its `id`; an empty text for none. */
export const optionalEmailTemplate = (description: string) =>
	locator({
		displayName: 'Email Template',
		description,
		search: searchEmailTemplates,
		idPlaceholder: 'e.g. 39',
		optional: true,
	});

/**
 * Email templates by name or type. Phrase offers no search among them.
 * Source: listOrgEmailTemplates, GET /api2/v1/emailTemplates.
 */
async function searchEmailTemplates(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchAllPages(
		lookupClient(this),
		GET`/api2/v1/emailTemplates`,
		({ id, name, type }) => {
			const value = asText(id);
			if (value === undefined) return undefined;
			return { name: `${asText(name) ?? value} (${asText(type) ?? 'no type'})`, value };
		},
		{ filter, paginationToken },
	);
}
