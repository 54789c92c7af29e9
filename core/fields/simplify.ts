import type { IDataObject } from 'n8n-workflow';
import { toggle } from './choice';
import type { Fields } from './field';
import { fieldSet } from './fieldSet';

/** Names of the members that a simplified version keeps, in their order. */
export type Simple = readonly string[];

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
 * @param simple members to keep; without them the answer stays whole
 */
export function simplified(answer: IDataObject, values: unknown, simple: Simple | undefined): IDataObject {
	if (simple === undefined || simplify.of(values).simplify === false) return answer;
	return Object.fromEntries(simple.filter((name) => name in answer).map((name) => [name, answer[name]]));
}
