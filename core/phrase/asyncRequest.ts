import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import { asRecord, asRecords, asText } from '../http/read';
import { GET } from '../http/request';
import { sentence } from '../http/sentence';

/** What the simplified version of an asynchronous request keeps: what it is for, and how it ended. */
export const SIMPLE_ASYNC_REQUEST = [
	'id',
	'action',
	'dateCreated',
	'asyncResponse',
	'project',
	'parent',
] as const;

/** Reads an asynchronous request once. */
export async function getAsyncRequest(id: string, client: PhraseClient): Promise<IDataObject> {
	return asRecord((await client.send(GET`/api2/v1/async/${id}`)).body);
}

/** Whether an asynchronous request has ended, well or not. */
export function isFinished(asyncRequest: IDataObject): boolean {
	return asyncRequest.asyncResponse !== null && asyncRequest.asyncResponse !== undefined;
}

/**
 * @param asyncRequest a finished asynchronous request
 * @param name what it is called in messages, `The pre-translation` for instance
 * @throws PhraseError with Phrase's code, description and details when it ended with an error code
 */
export function throwIfUnsuccessful(asyncRequest: IDataObject, name: string): void {
	const response = asRecord(asyncRequest.asyncResponse);
	const errorCode = asText(response.errorCode);
	if (errorCode === undefined) return;
	const action = asText(asyncRequest.action);
	const details = asRecords(response.errorDetails).map(({ code, message }) =>
		[asText(code), asText(message)].filter(Boolean).join(': '),
	);
	throw new PhraseError({
		kind: 'workFailed',
		message: `${name} did not succeed in Phrase`,
		description: [
			...[asText(response.errorDesc), ...details].map((text) => text && sentence(text)),
			`Phrase's code: ${errorCode}.${action === undefined ? '' : ` Its action: ${action}.`}`,
		]
			.filter(Boolean)
			.join('\n'),
		errorCode,
	});
}
