import { collection } from './collection';
import type { Field, Fields, OptionalValues } from './field';

/**
 * What is to change of a thing: what the user does not add stays as it is.
 * @param fields what can change
 */
export function updateFields<F extends Fields>(fields: F): Field<OptionalValues<F>> {
	return collection('Update Fields', 'Add field', fields);
}

/** What is wrong with an update that changes nothing, in words; undefined for every other. */
export function nothingToUpdate({ updateFields: changes }: { updateFields: object }): string | undefined {
	return Object.values(changes).every((value) => value === undefined) ? NOTHING_TO_UPDATE : undefined;
}

/** What to say when there is nothing to change. */
export const NOTHING_TO_UPDATE = "'Update Fields' says nothing: add what is to change";
