import { ParameterError } from '../http/errors';
import type { FieldPlace } from './field';
import { isNothing } from './given';

/** The text of the expression that a parameter holds, or a resource locator in it; undefined when it holds none. */
export function expressionOf(context: FieldPlace['context'], name: string): string | undefined {
	const held = valueOf(context.getNode().parameters[name]);
	return typeof held === 'string' && held.startsWith('=') ? held.slice(1).trim() : undefined;
}

/**
 * Says of a value that cannot be used which expression gave nothing: what n8n shows in the field is the expression, often
 * one that a node of ours put there.
 *
 * @param error what is wrong with the value
 * @param name of the parameter
 * @param raw what n8n made of it
 * @returns the error, with the expression when there is one that gave nothing
 */
export function namingExpression(
	error: unknown,
	{ name, raw, context }: { name: string; raw: unknown; context: FieldPlace['context'] },
): unknown {
	if (!(error instanceof ParameterError) || error.description !== undefined) return error;
	const expression = expressionOf(context, name);
	if (expression === undefined || !isNothing(valueOf(raw))) return error;
	return new ParameterError(
		error.message,
		`The expression ${expression} gives nothing for this item. Let it read a node whose items have that, or choose a value.`,
	);
}

/** What a parameter holds, or a resource locator in it. */
function valueOf(parameter: unknown): unknown {
	return typeof parameter === 'object' && parameter !== null && 'value' in parameter
		? parameter.value
		: parameter;
}
