import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { tmsClient } from './tmsClient';

/** Translation memories by name. Source: listTransMemories, GET /api2/v1/transMemories. */
export async function searchTranslationMemories(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		tmsClient(this),
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
