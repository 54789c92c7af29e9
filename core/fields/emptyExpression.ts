import { ParameterError } from '../http/errors';
import type { FieldPlace } from './field';
import { isNothing } from './given';

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
	const expression = valueOf(context.getNode().parameters[name]);
	if (!(error instanceof ParameterError) || error.description !== undefined) return error;
	if (typeof expression !== 'string' || !expression.startsWith('=') || !isNothing(valueOf(raw))) return error;
	return new ParameterError(
		error.message,
		`The expression ${expression.slice(1).trim()} gives nothing for this item. Let it read a node whose items have that, or choose a value.`,
	);
}

/** What a parameter holds, or a resource locator in it. */
function valueOf(parameter: unknown): unknown {
	return typeof parameter === 'object' && parameter !== null && 'value' in parameter
		? parameter.value
		: parameter;
}
