import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import { toggle } from './choice';

/** Names of the members that a simplified version keeps, in their order. */
export type Simple = readonly string[];

const chosen = z.object({ simplify: z.boolean().optional() });

/** The 'Simplify' switch and what it does. */
export const simplify = {
	field: toggle(
		{
			displayName: 'Simplify',
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		true,
	),
	/**
	 * @param answer the raw data
	 * @param values the operation's values, where 'Simplify' is on or off
	 * @param simple members to keep; without them the answer stays whole
	 */
	apply(answer: IDataObject, values: unknown, simple: Simple | undefined): IDataObject {
		if (simple === undefined || chosen.safeParse(values).data?.simplify === false) return answer;
		return Object.fromEntries(simple.filter((name) => name in answer).map((name) => [name, answer[name]]));
	},
};
