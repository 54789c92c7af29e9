/**
 * Makes a value when it is first asked for, and keeps it. Schemas are made so: n8n loads the nodes at every start, and
 * most runs use few of their fields.
 */
export function onFirstUse<T>(make: () => T): () => T {
	let made: { value: T } | undefined;
	return () => (made ??= { value: make() }).value;
}
