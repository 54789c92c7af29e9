import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { searchAllPages } from '../../../core/fields/listSearch';
import { locator } from '../../../core/fields/locator';
import { asText } from '../../../core/http/read';
import { GET } from '../../../core/http/request';
import { lookupClient } from '../languageAiLookups';

/** The profile whose engines and glossaries translate; an empty text when Phrase is to choose. */
export const profileUid = () =>
	locator({
		displayName: 'Translation Profile',
		description: 'The profile whose engines and glossaries translate',
		hint: 'Leave empty for the default profile of the organization',
		search: searchProfiles,
		idPlaceholder: 'e.g. CFUki8ptanoz1WAIYoXSH4',
		optional: true,
	});

/** Translation profiles by name. Phrase offers no search among them. Source: GET /v1/translationProfiles. */
async function searchProfiles(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchAllPages(lookupClient(this), GET`/v1/translationProfiles`, toEntry, {
		filter,
		paginationToken,
	});
}

function toEntry({ uid, name }: IDataObject): INodeListSearchItems | undefined {
	const value = asText(uid);
	return value === undefined ? undefined : { name: asText(name) ?? value, value };
}
