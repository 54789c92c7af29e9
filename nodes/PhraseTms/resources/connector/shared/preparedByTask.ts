import type { IDataObject } from 'n8n-workflow';
import { stillRunning } from '../../../../../core/phrase/asyncRequest';
import { poll } from '../../../../../core/concurrency/poll';
import { waitField, waitOptions, wantsToWait } from '../../../../../core/fields/waitOptions';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import { eachAlone } from '../../../../../core/endings/eachAlone';
import type { Ending } from '../../../../../core/operation/operation';
import { waitDetails, waiting } from '../../../../../core/waiting/waitForAsyncRequest';
import { isPrepared } from './isPrepared';
import type { PreparedFile } from './preparedFile';

/**
 * The answer is the task with which a connector downloads a file; the operation waits for its end when the user
 * asks for that.
 * Source: schema AsyncFileOpResponseDto.
 */
export function preparedByTask<V extends PreparedFile>(): Ending<V> {
	return {
		fields: {
			waitForCompletion: waitField(
				'Wait for File',
				'Whether to wait until Phrase has downloaded the file, so that the next node can make a job of it',
			),
		},
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { client, request, values } = call;
			const task: IDataObject = asRecord((await client.send(request())).body);
			const downloadTaskId = asText(task.id);
			if (downloadTaskId === undefined) {
				throw new PhraseError({
					kind: 'workFailed',
					message: 'Phrase took the call but named no download task',
					description: 'Check in Phrase that the connector can read the file, then run this again.',
				});
			}
			const { connectorId, folder, file } = values;
			const json = { connectorId, folder, file, downloadTaskId, ...task };
			if (!wantsToWait(values)) return [{ json }];
			const look = async () => await isPrepared(client, values, downloadTaskId);
			const result = await waiting(call, async (options) => await poll(look, options));
			if (!result.ended) throw stillRunning(`Download task ${downloadTaskId}`, result.elapsedMs);
			return [{ json: { ...json, ...waitDetails(values, result) } }];
		}),
	};
}
