import { catalogueOf } from '../../../core/catalogue/catalogue';
import { namingParameter } from '../../../core/fields/typedValue';
import { ParameterError } from '../../../core/http/errors';
import type { Api } from './api';
import type { Called } from './called';
import type { CallValues } from './callValues';
import { checkedParameters } from './checkedParameters';
import { endpointOf } from './endpointField';

/**
 * Checks what the user gave of a call.
 * @throws ParameterError that names the parameter, and the member in it
 */
export function calledEndpoint({ product, pathFields }: Api, values: CallValues): Called {
	const chosen = endpointOf(product, values.endpoint);
	const parameters = values.parameters ?? values.jsonParameters;
	const chosenIds = Object.entries(values).filter(([name]) => name in pathFields);
	for (const [name, id] of chosenIds) {
		if (id !== '') continue;
		const label = pathFields[name]?.property.displayName ?? name;
		throw new ParameterError(`'${label}': choose one from the list, or give its ID`);
	}
	const given = {
		...chosen.inPath,
		...Object.fromEntries(chosenIds.filter(([, id]) => id !== undefined)),
		...parameters?.values,
	};
	const assigned = namingParameter('Parameters', () =>
		checkedParameters(chosen, given, {
			catalogue: catalogueOf(product),
			timezone: parameters?.timezone ?? 'UTC',
			isStrict: values.options.checkParameters !== false,
		}),
	);
	return { chosen, assigned, files: parameters?.files ?? {} };
}
