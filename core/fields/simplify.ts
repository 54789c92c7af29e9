import type { IDataObject } from 'n8n-workflow';
import { toggle } from './choice';
import type { Fields } from './field';
import { fieldSet } from './fieldSet';

/** What a simplified version is: the names of the members that it keeps, in their order, or what makes it. */
export type Simple = readonly string[] | ((answer: IDataObject) => IDataObject);

const simplify = fieldSet({
	simplify: toggle(
		{
			displayName: 'Simplify',
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		true,
	),
});

/** 'Simplify', for answers that have a simplified version. */
export function simplifyFields({ simple }: { simple?: Simple }): Fields {
	return simple === undefined ? {} : simplify.fields;
}

/**
 * @param answer the raw data
 * @param values the operation's values, where 'Simplify' is on or off
 * @param simple the simplified version; without it the answer stays whole
 */
export function simplified(answer: IDataObject, values: unknown, simple: Simple | undefined): IDataObject {
	if (simple === undefined || simplify.of(values).simplify === false) return answer;
	return typeof simple === 'function' ? simple(answer) : keeping(simple, answer);
}

/** An object with some of its members only, in the order of their names. */
export function keeping(names: readonly string[], object: IDataObject): IDataObject {
	return Object.fromEntries(names.filter((name) => name in object).map((name) => [name, object[name]]));
}
