import type { Catalogue } from '../../../core/catalogue/catalogue';
import { hasBody, parametersOf, type Parameter } from '../../../core/catalogue/parameters';
import { answerKindOf, type Chosen } from '../../../core/catalogue/reference';
import { isNothing } from '../../../core/fields/given';
import {
	asJson,
	refused,
	typedValue,
	typedValueOrRaw,
	unknownName,
	type TypedPlace,
} from '../../../core/fields/typedValue';
import { ParameterError } from '../../../core/http/errors';
import { assignedTo, type Assigned } from './called';

/** How parameters are checked. */
interface Checking {
	catalogue: Catalogue;
	timezone: string;
	/** Whether what the catalogue does not allow is refused. */
	isStrict: boolean;
}

/**
 * Checks what the user gave against what is known of the endpoint.
 *
 * @param given values by the names of the parameters; files by their names
 * @returns what goes into the call; what is not known goes where calls of the method have it, into the body or the query
 * @throws ParameterError that names the parameter, and the member in it
 */
export function checkedParameters(
	chosen: Chosen,
	given: Readonly<Record<string, unknown>>,
	{ catalogue, timezone, isStrict }: Checking,
): Assigned[] {
	const parameters = parametersOf(chosen.endpoint, catalogue);
	const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
	const place: TypedPlace = { definitions: catalogue, timezone, path: [] };
	const assigned = Object.entries(given).flatMap(([name, value]): Assigned[] => {
		const parameter = known.get(name);
		if (parameter !== undefined) return assign(parameter, value, place, isStrict);
		if (isStrict && !chosen.endpoint.open) throw notKnown(chosen, name, known.keys(), place);
		return [{ parameter: loose(chosen, name), value }];
	});
	if (isStrict) assertVariant(chosen, assigned, place);
	const names = new Set(assigned.map(({ parameter }) => parameter.name));
	for (const { name, required, to } of parameters) {
		const mustBe = required && (isStrict || to.kind === 'path');
		if (mustBe && !names.has(name)) throw refused({ path: [name] }, 'must not be empty');
	}
	return assigned;
}

/** @throws ParameterError when a body that is one of several objects has members of another one */
function assertVariant({ endpoint }: Chosen, assigned: readonly Assigned[], place: TypedPlace): void {
	const [type] = endpoint.body?.types ?? [];
	if (type?.kind !== 'named' || place.definitions.definition(type.name).kind !== 'variants') return;
	typedValue(type, assignedTo(assigned, 'body'), place);
}

function assign(parameter: Parameter, raw: unknown, place: TypedPlace, isStrict: boolean): Assigned[] {
	const { name, to, type } = parameter;
	if (to.kind === 'bytes' || to.kind === 'part') return isNothing(raw) ? [] : [{ parameter, value: raw }];
	// Empty is what a member of the body may be, and nothing else.
	if (raw === undefined || (isNothing(raw) && (to.kind !== 'body' || parameter.required))) return [];
	if (raw === null) return [{ parameter, value: null }];
	if (to.kind === 'wholeBody') return [{ parameter, value: asJson(raw) }];
	const at = { ...place, path: [name] };
	return [{ parameter, value: isStrict ? typedValue(type, raw, at) : typedValueOrRaw(type, raw, at) }];
}

function notKnown(chosen: Chosen, name: string, known: Iterable<string>, place: TypedPlace): ParameterError {
	if (answerKindOf(chosen) === 'list' && (name === 'pageNumber' || name === 'pageSize')) {
		return refused({ path: [name] }, "the node reads the pages by itself: use 'Return All' or 'Limit'");
	}
	const error = unknownName(name, known, place);
	return new ParameterError(
		error.message,
		[error.description, "If Phrase has added it since, switch the option 'Check Parameters' off."]
			.filter(Boolean)
			.join('\n'),
	);
}

/** A parameter that is not known goes where calls of the method have most: into the body or the query. */
export function loose({ endpoint }: Chosen, name: string): Parameter {
	const kind = hasBody(endpoint.method) ? 'body' : 'query';
	return { name, required: false, type: { kind: 'object' }, to: { kind } };
}
