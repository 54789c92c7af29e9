import { catalogueOf } from '../../../../../core/catalogue/catalogue';
import { nearest } from '../../../../../core/catalogue/nearest';
import { isPointInTime } from '../../../../../core/fields/given';
import { refused, typedValue } from '../../../../../core/fields/typedValue';
import type { CustomField } from '../../../../shared/tms/customFields';

/** A value as Phrase takes it. Source: schema CreateCustomFieldInstanceDto. */
export interface FieldValue {
	value?: string;
	selectedOptions?: Array<{ uid: string }>;
}

/** Longest value, in characters. Source: schema CreateCustomFieldInstanceDto. */
const MAX_VALUE = 4096;

const DAY = /^\s*\d{4}-\d{2}-\d{2}\s*$/;

/**
 * Checks a value by the definition of its field.
 * @throws ParameterError that names the field
 */
export function fieldValue(field: CustomField, raw: unknown, timezone: string): FieldValue {
	const place = { definitions: catalogueOf('tms'), timezone, path: [field.name] };
	const typed = (type: Parameters<typeof typedValue>[0]) => String(typedValue(type, raw, place));
	switch (field.type) {
		case 'NUMBER':
			return { value: typed({ kind: 'number' }) };
		case 'URL':
			return { value: typed({ kind: 'string', format: 'uri', max: MAX_VALUE }) };
		case 'DATE': {
			// Which form of dates Phrase takes is not documented: a day stays a day, anything else is in UTC.
			const utc = typed({ kind: 'string', format: 'date-time' });
			return { value: !isPointInTime(raw) && DAY.test(String(raw)) ? String(raw).trim() : utc };
		}
		case 'SINGLE_SELECT':
		case 'MULTI_SELECT':
			return { selectedOptions: chosen(field, raw) };
		default:
			return { value: typed({ kind: 'string', max: MAX_VALUE }) };
	}
}

/** The options that are meant, by their names or UIDs: a list, or text with commas where several may be chosen. */
function chosen({ name, type, options }: CustomField, raw: unknown): Array<{ uid: string }> {
	const isOne = type === 'SINGLE_SELECT';
	const find = (one: string) => options.find(({ uid, value }) => uid === one || value === one);
	const whole = typeof raw === 'string' && find(raw.trim()) !== undefined;
	const split = typeof raw === 'string' && !isOne && !whole ? raw.split(',') : [raw].flat();
	const wanted = split.map((one) => String(one).trim()).filter((one) => one !== '');
	if (isOne && wanted.length !== 1) throw refused({ path: [name] }, 'takes one of its options, not several');
	return wanted.map((one) => {
		const option = find(one);
		if (option !== undefined) return { uid: option.uid };
		const values = options.map(({ value }) => value);
		const meant = nearest(one, values);
		const question = meant === undefined ? '' : `: did you mean '${meant}'?`;
		throw refused({ path: [name] }, `has no option '${one}'${question}`, `There are: ${values.join(', ')}.`);
	});
}
