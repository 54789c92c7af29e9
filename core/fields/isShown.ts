import type { NodeParameterValue } from 'n8n-workflow';
import type { Field, FieldPlace, Matching } from './field';
import { isTool } from './isTool';

/**
 * Whether the editor shows a field, by n8n's own rule: every condition holds, of a list for one entry of it. A hidden one
 * has no value, whatever is stored of it.
 * @param siblings values of the fields before it, of the same collection or operation
 */
export function isShown(
	{ show = {} }: Field<unknown>,
	siblings: Record<string, unknown>,
	place: FieldPlace,
): boolean {
	return Object.entries(show).every(([name, allowed]) =>
		[conditionOf(name, siblings, place)].flat().some((value) => allowed.some((one) => holds(one, value))),
	);
}

function holds(condition: NodeParameterValue | Matching, value: unknown): boolean {
	if (typeof condition !== 'object' || condition === null) return condition === value;
	return typeof value === 'string' && new RegExp(condition._cnd.regex).test(value);
}

/**
 * What a condition is about: the version of the node, whether an AI agent runs it, a field of the operation (with a
 * slash), or one beside it.
 */
function conditionOf(
	name: string,
	siblings: Record<string, unknown>,
	{ context, values }: FieldPlace,
): unknown {
	if (name === '@version') return context.getNode().typeVersion;
	if (name === '@tool') return isTool(context.getNode());
	return name.startsWith('/') ? values[name.slice(1)] : siblings[name];
}
