import type {
	IDataObject,
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';
import { searchAllPages } from '../../../core/fields/listSearch';
import { locator } from '../../../core/fields/locator';
import { PhraseError } from '../../../core/http/errors';
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
	}).catch((error: unknown) => {
		throw withOtherWay(error);
	});
}

/**
 * Phrase documents another call, of Phrase TMS. This node's credential cannot make it: a token is for the one application
 * that it was made for, and the credential knows no address of TMS. So the error says where the call is when Phrase refuses
 * this one, or has it no more.
 */
function withOtherWay(error: unknown): unknown {
	if (!(error instanceof PhraseError) || ![403, 404].includes(error.httpCode ?? 0)) return error;
	return error.with({ description: [error.description, OTHER_WAY].filter(Boolean).join(' ') });
}

const OTHER_WAY =
	"The operation 'Machine Translation > Get Many Profiles' of the node Phrase TMS lists the profiles as well: its 'profileUid' is the ID of the profile.";

function toEntry({ uid, name }: IDataObject): INodeListSearchItems | undefined {
	const value = asText(uid);
	return value === undefined ? undefined : { name: asText(name) ?? value, value };
}
