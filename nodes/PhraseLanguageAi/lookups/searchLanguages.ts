import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { matches } from '../../../core/fields/listSearch';
import { LANGUAGES } from '../languages';

/** Languages by name or code. */
export async function searchLanguages(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const results = LANGUAGES.map(({ code, name }) => ({ name: `${name} (${code})`, value: code }));
	return { results: results.filter(({ name }) => matches(name, filter)) };
}
