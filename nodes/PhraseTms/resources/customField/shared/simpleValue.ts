import type { IDataObject } from 'n8n-workflow';
import { asRecord, asRecords, asText } from '../../../../../core/http/read';

/**
 * Name, type and value of a custom field: a text, or what was chosen. Source: schema CustomFieldInstanceDto.
 */
export function simpleValue({ customField, value, selectedOptions }: IDataObject): IDataObject {
	const { name, type } = asRecord(customField);
	const chosen = asRecords(selectedOptions).flatMap((option) => asText(option.value) ?? []);
	return {
		name,
		type,
		value: type === 'MULTI_SELECT' ? chosen : type === 'SINGLE_SELECT' ? chosen[0] : value,
	};
}

/** Names a value, and the custom field that it is of. */
export function valueNames({ uid, customField }: IDataObject): IDataObject {
	return { customFieldUid: asRecord(customField).uid, instanceUid: uid };
}
