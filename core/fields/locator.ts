import type { INodePropertyMode } from 'n8n-workflow';
import type { z } from 'zod/v4';
import { field, type Field, type FieldProperty } from './field';
import { given, inWords, type Refuse } from './given';
import type { ListSearch } from './lookups';
import { id, idOrEmpty } from './text';

/** A reference to one thing in Phrase: chosen from a searchable list, or given by ID or URL. */
export interface LocatorOptions {
	/** Title Case, the thing's name in Phrase: 'Project'. */
	displayName: string;
	description: string;
	/** Sentence case; stays in sight below the field. */
	hint?: string;
	/** Finds the entries of the list; a function with a name. */
	search: ListSearch;
	/** Placeholder of the ID, begins with 'e.g.'. */
	idPlaceholder: string;
	/** For things that are referred to by something else than an ID. */
	byHand?: Reference;
	/** For things that have an address in the browser. */
	url?: Address;
	/** Whether the operation can do without it. */
	optional?: boolean;
}

/** What addresses of a thing look like in the browser. */
interface Address {
	/** Begins with 'e.g.'. */
	placeholder: string;
	/** Regular expression whose first group is the id. */
	idPattern: string;
}

/** What users type to refer to a thing. */
interface Reference {
	/** Regular expression for all of it. */
	pattern: string;
	/** What to say when it is something else. */
	error: string;
}

/** A field that refers to one thing in Phrase; its value is the thing's id, an empty text where there need be none. */
export function locator(options: LocatorOptions): Field<string> {
	return locatorOf(
		options,
		options.optional ? idOrEmpty : () => id('choose one from the list, or give its ID'),
	);
}

/**
 * A field that refers to one thing in Phrase by something else than an id.
 * @param schema makes the check of what the locator holds
 */
export function locatorOf<T>(options: LocatorOptions, schema: () => z.ZodType<T>): Field<T> {
	const { search, url } = options;
	return {
		...field(propertyOf(options), () => given((raw, refuse) => idIn(raw, url, refuse), schema())),
		lookups: { listSearch: { [search.name]: search } },
	};
}

function propertyOf(options: LocatorOptions): FieldProperty {
	const { displayName, description, hint, search, url, optional = false } = options;
	return {
		displayName,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		...(optional ? {} : { required: true }),
		description,
		...(hint !== undefined && { hint }),
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				typeOptions: { searchListMethod: search.name, searchable: true },
			},
			byId(options),
			...(url === undefined ? [] : [byUrl(url)]),
		],
	};
}

function byId({ idPlaceholder, byHand }: LocatorOptions): INodePropertyMode {
	return {
		displayName: 'By ID',
		name: 'id',
		type: 'string',
		placeholder: idPlaceholder,
		...(byHand && {
			validation: [{ type: 'regex', properties: { regex: byHand.pattern, errorMessage: byHand.error } }],
		}),
	};
}

/** The mode for a thing that has an address in the browser. */
function byUrl({ placeholder, idPattern: regex }: Address): INodePropertyMode {
	return {
		displayName: 'By URL',
		name: 'url',
		type: 'string',
		placeholder,
		extractValue: { type: 'regex', regex },
		validation: [{ type: 'regex', properties: { regex, errorMessage: 'Not an address of Phrase' } }],
	};
}

/**
 * The id in what a locator holds. n8n would take it out of an address as well, but not inside collections, and without
 * naming the parameter when it cannot.
 */
function idIn(raw: unknown, url: Address | undefined, refuse: Refuse): unknown {
	const value = isLocated(raw) ? raw.value : raw;
	if (url === undefined || !isLocated(raw) || raw.mode !== 'url' || typeof value !== 'string') return value;
	if (value.trim() === '') return value;
	const [, found] = new RegExp(`^${url.idPattern}`).exec(value.trim()) ?? [];
	return (
		found ?? refuse(`${inWords(value)} is no address such as ${url.placeholder.replace(/^e\.g\. /, '')}`)
	);
}

function isLocated(raw: unknown): raw is { mode: unknown; value: unknown } {
	return typeof raw === 'object' && raw !== null && 'mode' in raw && 'value' in raw;
}
