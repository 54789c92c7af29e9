import { methodsFor } from '../fields/listErrors';
import type { Lookups } from '../fields/lookups';
import type { Resources } from './operation';

/**
 * Derives a node's `methods` from its resources: what fills the lists of all fields and options.
 * @throws Error when two different functions have one name
 */
export function methodsOf(resources: Resources): Lookups {
	const operations = Object.values(resources).flatMap((resource) => Object.values(resource.operations));
	return methodsFor(
		operations.flatMap(({ fields, options }) => [...Object.values(fields), ...Object.values(options)]),
	);
}
