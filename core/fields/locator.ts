import type { INodePropertyMode } from 'n8n-workflow';
import type { Field } from './field';
import { given, inWords, type Refuse } from './given';
import { id, idOrEmpty } from './text';

/** A reference to one thing in Phrase: chosen from a searchable list, or given by ID or URL. */
export interface LocatorOptions {
	/** Title Case, the thing's name in Phrase: 'Project'. */
	displayName: string;
	description: string;
	/** Name of the node's list search method. */
	searchListMethod: string;
	/** Placeholder of the ID, begins with 'e.g.'. */
	idPlaceholder: string;
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

/** A field that refers to one thing in Phrase; its value is the thing's id, an empty text where there need be none. */
export function locator(options: LocatorOptions): Field<string> {
	const { optional = false, url } = options;
	const schema = optional ? idOrEmpty : id('choose one from the list, or give its ID');
	const located = given((raw, refuse) => idIn(raw, url, refuse), schema);
	return { property: locatorProperty(options), check: (raw) => located.parse(raw) };
}

/** The parameter of `locator`, for fields that check what it holds by themselves. */
export function locatorProperty(options: LocatorOptions) {
	const { displayName, description, searchListMethod, idPlaceholder, url, optional = false } = options;
	return {
		displayName,
		type: 'resourceLocator' as const,
		default: { mode: 'list', value: '' },
		...(optional ? {} : { required: true }),
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list' as const,
				typeOptions: { searchListMethod, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string' as const, placeholder: idPlaceholder },
			...(url === undefined ? [] : [byUrl(url)]),
		],
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

/** What a locator holds, or an expression that stands for all of it. */
export function located(raw: unknown): unknown {
	return isLocated(raw) ? raw.value : raw;
}

/**
 * The id in what a locator holds. n8n would take it out of an address as well, but not inside collections, and without
 * naming the parameter when it cannot.
 */
function idIn(raw: unknown, url: Address | undefined, refuse: Refuse): unknown {
	const value = located(raw);
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
