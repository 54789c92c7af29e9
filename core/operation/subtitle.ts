import type { Resources } from './operation';

/**
 * What the canvas shows below a node's name: what the chosen operation does, 'Download a target file' for instance.
 * @returns an expression, which the editor evaluates with the node's parameters
 */
export function subtitleOf(resources: Resources): string {
	return `={{ ${chosenAction(resources)} }}`;
}

/** The same as JavaScript, for other expressions that the editor evaluates. */
export function chosenAction(resources: Resources): string {
	// One object, and not objects in it: n8n takes two closing braces for the end of the expression.
	const actions = Object.fromEntries(
		Object.entries(resources).flatMap(([resource, { operations }]) =>
			Object.entries(operations).map(([operation, { action }]) => [`${resource} ${operation}`, action]),
		),
	);
	const chosen = '$parameter["resource"] + " " + $parameter["operation"]';
	return `((${JSON.stringify(actions)})[${chosen}] ?? $parameter["operation"])`;
}
