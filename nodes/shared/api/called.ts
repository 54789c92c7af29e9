import type { Destination, Parameter } from '../../../core/catalogue/parameters';
import type { Chosen } from '../../../core/catalogue/reference';
import type { GivenParameters } from './callValues';

/** A parameter of an endpoint with its value. */
export interface Assigned {
	parameter: Parameter;
	value: unknown;
}

/** A call as the user gave it, checked. */
export interface Called {
	chosen: Chosen;
	/** What goes into the call. */
	assigned: readonly Assigned[];
	files: GivenParameters['files'];
}

/** The parameters that go to a place, by name. */
export function assignedTo(
	assigned: readonly Assigned[],
	kind: Destination['kind'],
	of?: string,
): Record<string, unknown> {
	const there = assigned.filter(
		({ parameter: { to } }) => to.kind === kind && (of === undefined || ('of' in to && to.of === of)),
	);
	return Object.fromEntries(there.map(({ parameter, value }) => [parameter.name, value]));
}

/** What stands in the path: it names what the call is about. */
export function idsOf({ assigned }: Called): Record<string, string> {
	const ids = Object.entries(assignedTo(assigned, 'path'));
	return Object.fromEntries(ids.map(([name, value]) => [name, String(value)]));
}
