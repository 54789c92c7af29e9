import type { ILoadOptionsFunctions, ResourceMapperField, ResourceMapperFields } from 'n8n-workflow';
import { mapper, mapperField } from '../../../../../core/fields/mapper';
import { customFieldsOf, type CustomField } from '../../../../shared/tms/customFields';
import { lookupClient } from '../../../../shared/tms/tmsLookups';
import { entityOf } from './entity';

/** The values that a user gives, and what is known around them. */
export interface GivenValues {
	/** By the name or the UID of the custom field. */
	values: Readonly<Record<string, unknown>>;
	/** IANA name of the workflow's time zone. */
	timezone: string;
}

/** Asks for values of custom fields, each as its type is. */
export const valuesField = mapper<GivenValues>({
	displayName: 'Values',
	description:
		'What to set: by the names of the custom fields, with the names of options where there are such',
	words: { singular: 'custom field', plural: 'custom fields' },
	load: getCustomFieldsToSet,
	dependsOn: ['entity'],
	check: (values, { context }) => ({ values, timezone: context.getTimezone() }),
});

async function getCustomFieldsToSet(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
	const entity = entityOf(this.getCurrentNodeParameter('entity'));
	const fields = await customFieldsOf(lookupClient(this), entity);
	return {
		fields: fields.map(toField),
		emptyFieldsNotice:
			'Phrase has no custom fields for it. Somebody makes them in the settings, or Create does.',
	};
}

function toField({ uid, name, type, options }: CustomField): ResourceMapperField {
	const field = { id: uid, displayName: name, required: false };
	switch (type) {
		case 'SINGLE_SELECT':
			return mapperField({
				...field,
				type: 'options',
				options: options.map(({ value }) => ({ name: value, value })),
			});
		case 'MULTI_SELECT':
			return mapperField({
				...field,
				displayName: `${name} (${options.map(({ value }) => value).join(', ')})`,
				type: 'string',
			});
		case 'NUMBER':
			return mapperField({ ...field, type: 'number' });
		case 'DATE':
			return mapperField({ ...field, type: 'dateTime' });
		default:
			return mapperField({ ...field, type: 'string' });
	}
}
