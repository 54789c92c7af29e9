import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { pages } from '../../../../../core/http/pages';
import { asText } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';

/** Largest page of this list; others in Phrase TMS stop at 50. */
export const TASKS_PAGE_SIZE = 1000;

/** States of a task that has come to nothing. Source: schema ConnectorAsyncTaskStateDto. */
const FAILED = new Set<unknown>(['ERROR', 'CONVERTER_ERROR']);

/** Whether a task of the list has come to nothing. */
export const hasFailed = ({ status }: IDataObject): boolean => FAILED.has(status);

/**
 * Looks up a task in a project's list. One that is not there may exist: which ones Phrase lists is not documented.
 * Source: getConnectorAsyncTaskStates, GET /api2/v1/connectorAsyncTasks.
 *
 * @throws PhraseError when the list cannot be read
 */
export async function listedTask(
	client: PhraseClient,
	projectUid: string,
	taskId: string,
	taskType: 'DOWNLOAD' | 'UPLOAD',
): Promise<IDataObject | undefined> {
	const list = GET`/api2/v1/connectorAsyncTasks`.query({ projectUid, taskType });
	for await (const { entries } of pages(client, list, Infinity, { pageSize: TASKS_PAGE_SIZE })) {
		const task = entries.find(({ id }) => asText(id) === taskId);
		if (task !== undefined) return task;
	}
	return undefined;
}

/**
 * Looks up in a project's list whether a connector has failed to download a file. A task that is not in the list says
 * nothing.
 *
 * @throws PhraseError when it has failed, or the list cannot be read
 */
export async function throwIfTaskFailed(
	client: PhraseClient,
	projectUid: string,
	taskId: string,
): Promise<void> {
	const task = await listedTask(client, projectUid, taskId, 'DOWNLOAD');
	if (task !== undefined && hasFailed(task)) throw downloadFailed(taskId, asText(task.errorMessage));
}

/** What to tell of a download that came to nothing. */
export function downloadFailed(taskId: string, reason: string | undefined): PhraseError {
	return new PhraseError({
		kind: 'workFailed',
		message: `The connector did not download the file of task ${taskId}`,
		description: [
			reason ?? 'Phrase gives no reason.',
			'Check in Phrase that the connector can read the file, then request it again.',
		].join('\n'),
	});
}
