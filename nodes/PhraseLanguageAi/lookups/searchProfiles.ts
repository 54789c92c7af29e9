import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { matches, searchPage } from '../../../core/fields/listSearch';
import { asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';
import { pages } from '../../../core/http/pages';
import { languageAiClient } from './languageAiClient';

/** Most profiles that a search looks through. */
const MOST_SEARCHED = 2000;

/**
 * Translation profiles by name. Phrase offers no search among them, so a search looks through all pages; without one
 * the list comes page by page.
 * Source: GET /v1/translationProfiles.
 */
export async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const client = languageAiClient(this);
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
