import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { GET, type PhraseRequest } from '../../../../../core/http/request';
import { isPrepared } from './isPrepared';
import type { PreparedFile } from './preparedFile';

/** Answers that may mean that the place of a file, or its task, does not exist. */
const GONE = new Set([404, 410]);

/** A task that no connector has. */
const NO_TASK = '0';

/**
 * Finds out whether a file that Phrase does not send can never come, because its connector or its folder does not exist.
 * What Phrase answers while a task goes on is not documented, so the place is asked for by itself.
 * Source: getConnector, GET /api2/v1/connectors/{connectorId}; getFolder, GET …/folders/{folder}.
 *
 * @param refusal what Phrase answered instead of the file
 * @throws PhraseError when the file can never come
 */
export async function throwIfNowhere(
	client: PhraseClient,
	file: PreparedFile,
	refusal: PhraseError,
): Promise<void> {
	if (!GONE.has(refusal.httpCode ?? 0)) return;
	const { connectorId, folder } = file;
	const at = GET`/api2/v1/connectors/${connectorId}`;
	if (!(await exists(client, at))) throw nowhere(file, refusal, `connector ${connectorId}`, 'Connector');
	const inside = GET`/api2/v1/connectors/${connectorId}/folders/${folder}`;
	if (!(await exists(client, inside))) {
		throw nowhere(file, refusal, `folder ${folder} of the connector`, 'Folder');
	}
}

/**
 * Finds out whether a task that the user named does not exist: Phrase then answers for it as for a task that nobody has.
 * @throws PhraseError when it does not exist
 */
export async function throwIfNoTask(
	client: PhraseClient,
	file: PreparedFile,
	taskId: string,
	refusal: PhraseError,
): Promise<void> {
	if (!GONE.has(refusal.httpCode ?? 0)) return;
	const other = await isPrepared(client, file, NO_TASK).catch(() => undefined);
	const isAlike =
		other instanceof PhraseError &&
		other.httpCode === refusal.httpCode &&
		other.errorCode === refusal.errorCode;
	if (!isAlike) return;
	throw nowhere(file, refusal, `download task ${taskId} of this file`, 'Download Task ID');
}

/** Whether there is what a request reads; what cannot be told is. */
async function exists(client: PhraseClient, request: PhraseRequest): Promise<boolean> {
	return await client.send(request).then(
		() => true,
		(error: unknown) => !(error instanceof PhraseError && GONE.has(error.httpCode ?? 0)),
	);
}

/** It says itself what it is about: nobody is to hear that this download was started, and can be waited for. */
function nowhere(file: PreparedFile, refusal: PhraseError, what: string, parameter: string): PhraseError {
	const { connectorId, folder, file: name } = file;
	return refusal.with({
		message: `Phrase knows no ${what}`,
		description: `Check '${parameter}'. ${refusal.description ?? ''}`,
		about: { connectorId, folder, file: name },
	});
}
