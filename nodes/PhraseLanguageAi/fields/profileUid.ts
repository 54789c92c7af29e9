import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { matches, searchPage } from '../../../core/fields/listSearch';
import { locator } from '../../../core/fields/locator';
import { pages } from '../../../core/http/pages';
import { asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';
import { lookupClient } from '../lookupClient';

/** The profile whose engines and glossaries translate; an empty text when Phrase is to choose. */
export const profileUid = () =>
	locator({
		displayName: 'Translation Profile',
		description:
			'The profile whose engines and glossaries translate. The default profile of the organization is used when it is left empty.',
		search: searchProfiles,
		idPlaceholder: 'e.g. CFUki8ptanoz1WAIYoXSH4',
		optional: true,
	});

/** Most profiles that a search looks through. */
const MOST_SEARCHED = 2000;

/**
 * Translation profiles by name. Phrase offers no search among them, so a search looks through all pages; without one
 * the list comes page by page.
 * Source: GET /v1/translationProfiles.
 */
async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = lookupClient(this);
	const request = GET`/v1/translationProfiles`;
	if (!filter) return await searchPage(client, request, toEntry, paginationToken);

	const results: INodeListSearchItems[] = [];
	for await (const { entries } of pages(client, request, MOST_SEARCHED)) {
		const found = entries.map(toEntry).filter((entry) => entry !== undefined);
		results.push(...found.filter(({ name }) => matches(name, filter)));
	}
	return { results };
}

function toEntry({ uid, name }: IDataObject): INodeListSearchItems | undefined {
	const value = asText(uid);
	return value === undefined ? undefined : { name: asText(name) ?? value, value };
}
