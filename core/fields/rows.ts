import { ParameterError } from '../http/errors';
import { describeFields } from './describeFields';
import type { Field, FieldPlace, FieldProperty, Fields, Values } from './field';
import { inWords, isNothing } from './given';
import { lookupsOf } from './lookups';
import { readShown } from './readShown';

/** What the user reads of rows. */
interface RowsLabels {
	/** Title Case, plural for rows: 'Assignments'. */
	displayName: string;
	/** What one row is, Title Case: 'Assignment'. */
	row: string;
	/** Text of the button, sentence case: 'Add assignment'. */
	addText: string;
	/** Sentence case. */
	description: string;
}

/**
 * Any number of rows, each of them asking for the same fields, in their order. Conditions of a field (`shownWhen`) are
 * about the fields of its row, and with a slash before the name about those of the operation.
 * @returns a field whose value is a list of the rows' values; its errors name the row, counted from 1
 */
export function rows<F extends Fields>(labels: RowsLabels, fields: F): Field<Array<Values<F>>> {
	return {
		property: { ...propertyOf(labels, fields), typeOptions: { multipleValues: true } },
		lookups: lookupsOf(Object.values(fields)),
		check: async (raw, place) => {
			const read: Array<Values<F>> = [];
			for (const [index, row] of rowsIn(raw).entries()) {
				read.push(await namingRow(index + 1, async () => await readRow(fields, row, place)));
			}
			return read;
		},
	};
}

/**
 * Fields that belong together, which the user adds all at once.
 * @returns a field whose value is undefined when the user did not add them
 */
export function group<F extends Fields>(labels: RowsLabels, fields: F): Field<Values<F> | undefined> {
	return {
		property: propertyOf(labels, fields),
		lookups: lookupsOf(Object.values(fields)),
		check: async (raw, place) => {
			const [row] = rowsIn(raw);
			return row === undefined ? undefined : await readRow(fields, row, place);
		},
	};
}

function propertyOf({ row, addText, ...labels }: RowsLabels, fields: Fields): FieldProperty {
	return {
		...labels,
		type: 'fixedCollection',
		placeholder: addText,
		default: {},
		options: [{ displayName: row, name: 'row', values: describeFields(fields) }],
	};
}

/** The rows as n8n holds them: `{ row: [{ … }, { … }] }`, or `{ row: { … } }` where there is one at most. */
function rowsIn(raw: unknown): object[] {
	if (isNothing(raw)) return [];
	const row: unknown = isObject(raw) && !Array.isArray(raw) ? ('row' in raw ? raw.row : []) : raw;
	const given: unknown[] = Array.isArray(row) ? row : [row];
	return given.map((one, index) => {
		if (isObject(one) && !Array.isArray(one)) return one;
		throw new ParameterError(`row ${index + 1}: expected an object, not ${inWords(one)}`);
	});
}

async function readRow<F extends Fields>(fields: F, row: object, place: FieldPlace): Promise<Values<F>> {
	const given = row as Record<string, unknown>;
	return await readShown(fields, (name, byDefault) => (name in given ? given[name] : byDefault), place, {});
}

/** @throws ParameterError that begins with the number of the row */
async function namingRow<T>(number: number, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ParameterError)) throw error;
		throw new ParameterError(`row ${number}: ${error.message}`, error.description);
	}
}

function isObject(raw: unknown): raw is object {
	return typeof raw === 'object' && raw !== null;
}
