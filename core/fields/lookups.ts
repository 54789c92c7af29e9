import type { INodeType } from 'n8n-workflow';

type Methods = NonNullable<INodeType['methods']>;

/** Finds entries of a searchable list, page by page. The editor knows it by its name. */
export type ListSearch = NonNullable<Methods['listSearch']>[string];

/** Gets all entries of a list. The editor knows it by its name. */
export type LoadOptions = NonNullable<Methods['loadOptions']>[string];

/** Gets the fields that a mapper asks for. The editor knows it by its name. */
export type LoadFields = NonNullable<Methods['resourceMapping']>[string];

/** What fills lists and mappers, by the names that the editor calls: the `methods` of a node. */
export interface Lookups {
	listSearch: Record<string, ListSearch>;
	loadOptions: Record<string, LoadOptions>;
	resourceMapping: Record<string, LoadFields>;
}

/** What can be filled by lookups: a field, or an operation's fields together. */
export type Filled = Iterable<{ lookups?: Partial<Lookups> }>;

/**
 * The lookups of several fields.
 * @throws Error when two different functions have one name, or one has none: the editor could not tell them apart
 */
export function lookupsOf(fields: Filled): Lookups {
	const all = [...fields].map(({ lookups }) => lookups ?? {});
	return {
		listSearch: byName(all.flatMap(({ listSearch = {} }) => Object.values(listSearch))),
		loadOptions: byName(all.flatMap(({ loadOptions = {} }) => Object.values(loadOptions))),
		resourceMapping: byName(all.flatMap(({ resourceMapping = {} }) => Object.values(resourceMapping))),
	};
}

function byName<F extends { name: string }>(lookups: F[]): Record<string, F> {
	const named = new Map<string, F>();
	for (const lookup of lookups) {
		const { name } = lookup;
		if (name === '' || (named.has(name) && named.get(name) !== lookup)) {
			throw new Error(`Two lookups have the name '${name}', or one has none`);
		}
		named.set(name, lookup);
	}
	return Object.fromEntries(named);
}
