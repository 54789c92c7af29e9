import type { INodePropertyMode } from 'n8n-workflow';
import { z } from 'zod/v4';
import { field } from './field';
import { plainText } from './simple';

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
	url?: {
		/** Begins with 'e.g.'. */
		placeholder: string;
		/** Regular expression whose first group is the id. */
		idPattern: string;
	};
	/** Whether the operation can do without it. */
	optional?: boolean;
}

/** A field that refers to one thing in Phrase; its value is the thing's id. */
export function locator(options: LocatorOptions) {
	const { displayName, description, searchListMethod, idPlaceholder, url, optional = false } = options;
	const text = z.string().trim();
	return field(
		{
			displayName,
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			...(optional ? {} : { required: true }),
			description,
			modes: [
				{
					displayName: 'From List',
					name: 'list',
					type: 'list',
					typeOptions: { searchListMethod, searchable: true },
				},
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: idPlaceholder },
				...(url === undefined ? [] : [byUrl(url)]),
			],
		},
		plainText(optional ? text : text.min(1, 'choose one from the list, or give its ID')),
	);
}

/** The mode for a thing that has an address in the browser. */
function byUrl({
	placeholder,
	idPattern: regex,
}: {
	placeholder: string;
	idPattern: string;
}): INodePropertyMode {
	return {
		displayName: 'By URL',
		name: 'url',
		type: 'string',
		placeholder,
		extractValue: { type: 'regex', regex },
		validation: [{ type: 'regex', properties: { regex, errorMessage: 'Not an address of Phrase' } }],
	};
}
