import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { locator } from '../../../../core/fields/locator';
import { asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { lookupClient } from '../tmsLookups';

/** The translation memory an operation is about. */
export const translationMemory = () =>
	locator({
		displayName: 'Translation Memory',
		description: 'The translation memory in Phrase TMS',
		search: searchTranslationMemories,
		idPlaceholder: 'e.g. 9sJ4iIb5yGgLh4AxN2pZm3',
	});

/** Translation memories by name. Source: listTransMemories, GET /api2/v1/transMemories. */
async function searchTranslationMemories(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		lookupClient(this),
		GET`/api2/v1/transMemories`.query({ name: filter }),
		({ uid, name, sourceLang, targetLangs }) => {
			const value = asText(uid);
			if (value === undefined) return undefined;
			const languages = `${asText(sourceLang) ?? '?'} > ${asTexts(targetLangs).join(', ')}`;
			return { name: `${asText(name) ?? value} (${languages})`, value };
		},
		paginationToken,
	);
}
