import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { searchPage } from '../../../../core/fields/listSearch';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { tmsClient } from './tmsClient';

/** Webhooks by name. Source: getWebHookListV2, GET /api2/v2/webhooks. */
export async function searchWebhooks(
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	return await searchPage(
		tmsClient(this),
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
