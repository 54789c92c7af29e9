import { NOTHING_TO_UPDATE } from '../../../../../core/fields/updateFields';

/** What is to change about jobs. */
interface JobChanges {
	clearDateDue?: boolean;
	dateDue?: string;
	status?: string;
	providers?: object[];
}

/**
 * Finds what cannot be changed together.
 * @returns what is wrong, or undefined
 */
export function checkJobChanges(changes: JobChanges): string | undefined {
	const { dateDue, clearDateDue, status, providers: chosen = [] } = changes;
	if (dateDue !== undefined && clearDateDue === true) {
		return "'Due Date' and 'Clear Due Date' exclude each other: give one of them";
	}
	const isNothing = clearDateDue !== true && (dateDue ?? status ?? chosen[0]) === undefined;
	return isNothing ? NOTHING_TO_UPDATE : undefined;
}
