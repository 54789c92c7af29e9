import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { asRecord, asText } from '../../../core/http/read';

/** What is chosen in another parameter that the list of this one follows. */
interface Chosen {
	/** Its ID; an empty one is none. */
	value: string;
	/** What the list called it, when it was chosen from a list. */
	name?: string;
}

/**
 * What is chosen in another parameter.
 * @param name of the parameter; `&` before it means the one in the same row
 * @returns undefined as long as nothing is chosen, or an expression cannot be evaluated yet
 */
export function chosenBeside(context: ILoadOptionsFunctions, name: string): Chosen | undefined {
	const raw = context.getCurrentNodeParameter(name);
	if (typeof raw !== 'object') {
		const value = asText(raw);
		return value === undefined ? undefined : { value };
	}
	const { value, cachedResultName } = asRecord(raw);
	const id = asText(value);
	return id === undefined ? undefined : { value: id, name: asText(cachedResultName) };
}
