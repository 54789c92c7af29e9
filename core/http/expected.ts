import type { IDataObject } from 'n8n-workflow';
import type { PhraseResponse } from './client.types';
import { PhraseError } from './errors';
import { lookFirst } from './lookFirst';
import { asRecord, asRecords } from './read';
import type { PhraseRequest, Repeat } from './request';

/**
 * The object that an answer holds.
 * @param request what it answers: what may have been done is not to be done twice
 * @throws PhraseError when it holds none: an answer without a body is no empty object, and an empty one does not name
 * what a call has created
 */
export function expectedRecord({ status, body }: PhraseResponse, { repeat }: PhraseRequest): IDataObject {
	const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
	const mustName = repeat !== 'always';
	if (isObject && !(mustName && Object.keys(body).length === 0)) return asRecord(body);
	throw lookFirst(nothingThere('what the call asked for', status), repeat);
}

/**
 * The list that an answer holds, or is.
 * @param member the member of the answer that holds the list; without it the list is empty, as some servers leave out
 * what is empty
 * @param repeat of what it answers: what may have been done is not to be done twice
 * @throws PhraseError when there is none: an answer without a body is no empty list
 */
export function expectedList(
	response: PhraseResponse,
	member: string,
	repeat: Repeat = 'always',
): IDataObject[] {
	if (Array.isArray(response.body)) return asRecords(response.body);
	const isObject = typeof response.body === 'object' && response.body !== null;
	const list = isObject ? (asRecord(response.body)[member] ?? []) : undefined;
	if (!Array.isArray(list)) throw lookFirst(nothingThere('the list', response.status), repeat);
	return asRecords(list);
}

function nothingThere(what: string, status: number): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: `The answer does not hold ${what}, so it may not come from Phrase`,
		description:
			'Check the region or the URL in the credential, and whether a proxy answers in place of Phrase.',
		httpCode: status,
	});
}
