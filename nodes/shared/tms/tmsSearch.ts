import type { IDataObject, ILoadOptionsFunctions, INodeListSearchItems } from 'n8n-workflow';
import { searchAllPages, searchPage } from '../../../core/fields/listSearch';
import type { ListSearch } from '../../../core/fields/lookups';
import { asText } from '../../../core/http/read';
import type { PhraseRequest } from '../../../core/http/request';
import { tmsLookup } from './tmsLookups';

/** A paged list of Phrase TMS from which users choose. */
interface TmsList {
	/** The list as a whole. */
	list: PhraseRequest;
	/** Query parameter for what the user typed; none where Phrase offers no search. */
	by?: string;
	/** The member that refers to an entry. */
	id: 'uid' | 'id';
	/** What the user reads of an entry; its name unless said otherwise, and its ID when it has none. */
	label?: (entry: IDataObject, id: string) => string | undefined;
	/** Address of an entry's page, for what has one. */
	page?: (web: string, id: string) => string;
}

/**
 * Makes the search of a list.
 * @param method name under which the editor calls it
 */
export function searchOf(method: string, { list, by, ...entries }: TmsList): ListSearch {
	async function search(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string) {
		const { client, web } = tmsLookup(this);
		const toEntry = entryMaker(entries, await web());
		return by === undefined
			? await searchAllPages(client, list, toEntry, { filter, paginationToken })
			: await searchPage(client, list.query({ [by]: filter }), toEntry, paginationToken);
	}
	return Object.defineProperty(search, 'name', { value: method });
}

/** Makes an entry of a list of what Phrase tells; what has no ID cannot be chosen. */
export function entryMaker(
	{ id, label = ({ name }) => asText(name), page }: Omit<TmsList, 'list' | 'by'>,
	web: string | undefined,
): (entry: IDataObject) => INodeListSearchItems | undefined {
	return (entry) => {
		const value = asText(entry[id]);
		if (value === undefined) return undefined;
		const name = label(entry, value) ?? value;
		return page === undefined || web === undefined ? { name, value } : { name, value, url: page(web, value) };
	};
}
