import type { Fields } from './field';

/**
 * Fields whose values a node finds in its input, under the names of the fields: for operations that go on with what an
 * earlier node has started, listed or received. The user can choose otherwise; an AI agent is asked.
 */
export function fromInput<F extends Fields>(fields: F): F {
	const entries = Object.entries(fields).map(([name, field]) => [name, { inputMember: name, ...field }]);
	return Object.fromEntries(entries) as F;
}
