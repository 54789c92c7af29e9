import type { IExecuteFunctions } from 'n8n-workflow';

/** Reads a parameter of the node for an item, as n8n's `getNodeParameter` does. */
export type ReadParameter = (name: string, itemIndex: number, byDefault: unknown) => unknown;

/** n8n's own check is for properties with a `validateType`, which none has here: it would search them all each time. */
const UNCHECKED = { skipValidation: true };

/**
 * Reads the parameters of a node for its items. What holds no expression is the same for all of them, and read once: a
 * reading costs n8n about as much time as a request.
 */
export function parameterReader(context: IExecuteFunctions): ReadParameter {
	const { parameters } = context.getNode();
	const same = new Map<string, unknown>();
	return (name, itemIndex, byDefault) => {
		if (same.has(name)) return same.get(name);
		const value: unknown = context.getNodeParameter(name, itemIndex, byDefault, UNCHECKED);
		// A default may be an expression, too.
		if (name in parameters && !holdsExpression(parameters[name])) same.set(name, value);
		return value;
	};
}

/** To n8n, a text is an expression when it begins so. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
