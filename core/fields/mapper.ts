import type { ResourceMapperField } from 'n8n-workflow';
import type { Field, FieldPlace } from './field';
import { inWords, isNothing } from './given';
import type { LoadFields } from './lookups';
import { ParameterError } from '../http/errors';

/** Fields that depend on what another parameter holds. */
interface MapperOptions<T> {
	/** Title Case. */
	displayName: string;
	description: string;
	/** What one field is and what several are, lower case. */
	words: { singular: string; plural: string };
	/** Gets the fields; a function with a name. */
	load: LoadFields;
	/** Paths of the parameters that the fields follow: 'endpoint.value'. */
	dependsOn: string[];
	/** Checks what was filled in; fields that were left empty are not there. */
	check: (given: Record<string, unknown>, place: FieldPlace) => T | Promise<T>;
}

/** Asks for fields that are only known when something else is chosen. Those that are not required are added one by one. */
export function mapper<T>(options: MapperOptions<T>): Field<T> {
	const { displayName, description, words, load, dependsOn, check } = options;
	return {
		property: {
			displayName,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null },
			required: true,
			description,
			typeOptions: {
				loadOptionsDependsOn: dependsOn,
				resourceMapper: {
					resourceMapperMethod: load.name,
					mode: 'add',
					valuesLabel: displayName,
					fieldWords: words,
					addAllFields: false,
					multiKeyMatch: false,
					supportAutoMap: false,
				},
			},
		},
		lookups: { resourceMapping: { [load.name]: load } },
		check: async (raw, place) => await check(filledIn(raw), place),
	};
}

/** One field of a mapper. */
export function mapperField(
	field: Pick<ResourceMapperField, 'id' | 'displayName' | 'required' | 'type' | 'options' | 'defaultValue'>,
): ResourceMapperField {
	return { ...field, defaultMatch: false, canBeUsedToMatch: false, display: true };
}

/** What a mapper holds, as n8n stores it, without what was left empty. */
function filledIn(raw: unknown): Record<string, unknown> {
	const value = typeof raw === 'object' && raw !== null && 'value' in raw ? raw.value : raw;
	if (isNothing(value)) return {};
	if (typeof value !== 'object' || Array.isArray(value)) {
		throw new ParameterError(`expected an object, not ${inWords(value)}`);
	}
	return Object.fromEntries(Object.entries(value).filter(([, one]) => !isNothing(one)));
}
