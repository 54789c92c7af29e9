import type { z } from 'zod/v4';
import { field, type Field, type FieldProperty } from './field';
import type { LoadOptions } from './lookups';

/** A list whose choices Phrase tells. */
interface LoadedLabels {
	/** What one choice is, Title Case; n8n's 'Name or ID' is added. */
	displayName: string;
	/** Sentence case; n8n prescribes the description. */
	hint?: string;
	/** Gets the choices; a function with a name. */
	load: LoadOptions;
	/** Paths of the parameters that the choices follow, from the top: 'projectUid.value'. */
	dependsOn?: string[];
}

/** n8n's own words. */
const describe = (what: string) =>
	`Choose from the list, or specify ${what} using an <a href="https://docs.n8n.io/code/expressions/">expression</a>`;

/** One of the choices that Phrase tells, or a value by expression; an empty text as long as nothing is chosen. */
export function loadedChoice<T>(
	labels: LoadedLabels & { required?: true },
	schema: () => z.ZodType<T>,
): Field<T> {
	return loaded(labels, schema, {
		displayName: `${labels.displayName} Name or ID`,
		type: 'options',
		default: '',
		...(labels.required && { required: true }),
		description: describe('an ID'),
	});
}

/** Any number of the choices that Phrase tells, or values by expression. */
export function loadedChoices<T>(
	labels: LoadedLabels & { required?: true },
	schema: () => z.ZodType<T[]>,
): Field<T[]> {
	return loaded(labels, schema, {
		displayName: `${labels.displayName} Names or IDs`,
		type: 'multiOptions',
		default: [],
		...(labels.required && { required: true }),
		description: describe('IDs'),
	});
}

function loaded<T>(
	{ hint, load, dependsOn }: LoadedLabels,
	schema: () => z.ZodType<T>,
	property: FieldProperty,
): Field<T> {
	const typeOptions = {
		loadOptionsMethod: load.name,
		...(dependsOn !== undefined && { loadOptionsDependsOn: dependsOn }),
	};
	return {
		...field({ ...property, ...(hint !== undefined && { hint }), typeOptions }, schema),
		lookups: { loadOptions: { [load.name]: load } },
	};
}
