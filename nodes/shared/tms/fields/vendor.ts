import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** A vendor, by the `id` that providers are referred to by. */
export const vendor = () =>
	locator({
		displayName: 'Vendor',
		description: 'The vendor in Phrase TMS',
		search: searchVendors,
		idPlaceholder: 'e.g. 38',
	});

/** Vendors by name. Source: listVendors, GET /api2/v1/vendors. */
async function searchVendors(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v1/vendors`.query({ name: filter }),
		({ id, name }) => {
			const value = asText(id);
			return value === undefined ? undefined : { name: asText(name) ?? value, value };
		},
		paginationToken,
	);
}
