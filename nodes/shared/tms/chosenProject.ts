import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { asText } from '../../../core/http/read';

/** Where nodes ask for a project: Phrase TMS by itself, Phrase TMS Trigger among its filters. */
const PLACES = ['projectUid', 'filters.projectUid'];

/** The UID of the chosen project; undefined as long as none is chosen, or an expression cannot be evaluated yet. */
export function chosenProject(context: ILoadOptionsFunctions): string | undefined {
	// n8n extracts values of parameters that the node has, and of no others.
	const place = PLACES.find((one) => context.getCurrentNodeParameter(one) !== undefined);
	return place && asText(context.getCurrentNodeParameter(place, { extractValue: true }));
}
