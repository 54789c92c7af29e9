import { textList } from '../../../../core/fields/list';
import type { Resource } from '../../../../core/operation/operation';
import { customField as customFieldField } from '../../../shared/tms/fields/customField';
import { registered } from '../shared/registered';
import { create } from './create.operation';
import { getValues } from './getValues.operation';
import { setValues } from './setValues.operation';
import { allowedEntities, details, SIMPLE_CUSTOM_FIELD } from './shared/definition';

/**
 * What an organization wants to know of its projects and jobs besides what Phrase knows of them.
 * Source: getCustomFieldList, GET /api2/v1/customFields; getCustomField, GET /api2/v1/customFields/{fieldUid};
 * updateCustomField, PUT /api2/v1/customFields/{fieldUid}; deleteCustomField, DELETE /api2/v1/customFields/{fieldUid}.
 */
export const customField: Resource = {
	name: 'Custom Field',
	operations: {
		...registered({
			one: 'custom field',
			several: 'custom fields',
			uid: 'customFieldUid',
			field: customFieldField,
			path: 'customFields',
			details: {
				...details,
				addOptions: textList({
					displayName: 'Add Choices',
					description: 'What else can be chosen, with commas between them',
				}),
				allowedEntities,
			},
			kept: ({ allowedEntities: entities, required, description }) => ({
				allowedEntities: entities,
				required,
				description,
			}),
			simple: SIMPLE_CUSTOM_FIELD,
		}),
		create,
		getValues,
		setValues,
	},
	defaultOperation: 'getValues',
};
