import { describeFields, sortedByDisplayName } from './describeFields';
import type { Field, Fields, OptionalValues } from './field';
import { lookupsOf } from './lookups';
import { readCollection } from './readCollection';

/**
 * A collection of fields the user adds as needed, such as 'Filters'. What has to be filled in when it was added is
 * for the field's check; n8n knows no required entries of a collection.
 * @param displayName Title Case
 * @param addText text of the button, sentence case: 'Add filter'
 */
export function collection<F extends Fields>(
	displayName: string,
	addText: string,
	fields: F,
): Field<OptionalValues<F>> {
	return {
		property: {
			displayName,
			type: 'collection',
			placeholder: addText,
			default: {},
			description: `${displayName} to apply`,
			options: sortedByDisplayName(describeFields(fields).map(({ required: _, ...entry }) => entry)),
		},
		lookups: lookupsOf(Object.values(fields)),
		check: async (raw, place) => (await readCollection(fields, raw, place)) as OptionalValues<F>,
	};
}
