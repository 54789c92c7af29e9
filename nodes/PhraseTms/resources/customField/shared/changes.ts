import type { IDataObject } from 'n8n-workflow';
import { refused, unknownName } from '../../../../../core/fields/typedValue';
import { catalogueOf } from '../../../../../core/catalogue/catalogue';
import { asRecord } from '../../../../../core/http/read';
import type { CustomField } from '../../../../shared/tms/customFields';
import { fieldValue } from './fieldValue';
import type { GivenValues } from './valuesField';

/** What is to become of the custom fields of something. */
export interface Wanted {
	given: GivenValues;
	/** Names or UIDs of the custom fields whose values go. */
	removed: readonly string[];
}

/**
 * What has to be added, changed and removed. Source: schema UpdateCustomFieldInstancesDto.
 * @param fields the custom fields that there may be
 * @param current the values that there are
 * @throws ParameterError when a custom field does not exist, or cannot have its value
 */
export function changesOf({ given, removed }: Wanted, fields: CustomField[], current: IDataObject[]) {
	const instanceOf = ({ uid }: CustomField) =>
		current.find(({ customField }) => asRecord(customField).uid === uid);
	const set = Object.entries(given.values).map(([name, raw]) => {
		const field = fieldNamed(name, fields, given);
		return { field, instance: instanceOf(field), said: fieldValue(field, raw, given.timezone) };
	});
	const gone = removed.map((name) => fieldNamed(name, fields, given));
	const both = set.find(({ field }) => gone.includes(field));
	if (both) throw refused({ path: [both.field.name] }, 'is both set and removed');
	return {
		addInstances: set
			.filter(({ instance }) => instance === undefined)
			.map(({ field, said }) => ({ customField: { uid: field.uid }, ...said })),
		updateInstances: set.flatMap(({ instance, said }) =>
			instance === undefined ? [] : [{ customFieldInstance: { uid: instance.uid }, ...said }],
		),
		removeInstances: gone.flatMap((field) => {
			const instance = instanceOf(field);
			return instance === undefined ? [] : [{ uid: instance.uid }];
		}),
	};
}

function fieldNamed(name: string, fields: CustomField[], { timezone }: GivenValues): CustomField {
	const field = fields.find((one) => one.uid === name) ?? fields.find((one) => one.name === name);
	if (field !== undefined) return field;
	const place = { definitions: catalogueOf('tms'), timezone, path: [] };
	throw unknownName(
		name,
		fields.map((one) => one.name),
		place,
	);
}
