import { stillRunning } from '../../../../core/phrase/asyncRequest';
import { poll } from '../../../../core/concurrency/poll';
import { waitOptions } from '../../../../core/fields/waitOptions';
import { PhraseError } from '../../../../core/http/errors';
import { asText } from '../../../../core/http/read';
import { eachAlone } from '../../../../core/endings/eachAlone';
import { orByCallback, type ByCallback } from '../../../../core/endings/orByCallback';
import { defineOperation, type Ending } from '../../../../core/operation/operation';
import { waitDetails, waiting } from '../../../../core/waiting/waitForAsyncRequest';
import { connector, connectorFile, downloadTaskId, folder } from '../../../shared/tms/fields';
import { isPrepared } from './shared/isPrepared';
import { downloadPrepared, type PreparedFile } from './shared/preparedFile';

interface Waiting extends PreparedFile {
	downloadTaskId: string;
}

/** Waits until a connector has downloaded a file, of which a job can be made then. */
export const waitForFile = defineOperation(
	{
		name: 'Wait for File',
		action: 'Wait for a connector file',
		description: 'Wait until a connector has downloaded a file that was requested earlier',
		fields: {
			connectorId: connector(),
			folder: folder(),
			file: connectorFile(),
			downloadTaskId: downloadTaskId(),
		},
		hiddenInTools: true,
	},
	{
		request: (values) => downloadPrepared(values, values.downloadTaskId),
		ends: orByCallback(prepared(), preparedByCallback()),
	},
);

/** The item comes out when Phrase sends the file. */
function prepared(): Ending<Waiting> {
	return {
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { client, values } = call;
			const look = async () => await isPrepared(client, values, values.downloadTaskId);
			const result = await waiting(call, async (options) => await poll(look, options));
			if (!result.ended) throw stillRunning(`Download task ${values.downloadTaskId}`, result.elapsedMs);
			return [{ json: { ...workOf(values), ...waitDetails(values, result) } }];
		}),
	};
}

/**
 * Looks at each prepared file by itself. That Phrase could not download a file shows in nothing but the callback about
 * it, so the callback's word is taken for that, when its URL is signed.
 */
function preparedByCallback(): ByCallback<Waiting> {
	return {
		member: 'downloadTaskId',
		named: 'taskId',
		onlyCallbackTellsFailure: true,
		work: workOf,
		look: async ({ client, slept, values }) => {
			if (await isPrepared(client, values, values.downloadTaskId)) return [{ json: workOf(values) }];
			if (slept?.failure === undefined) return undefined;
			throw new PhraseError({
				kind: 'workFailed',
				message: `The connector did not download the file of task ${values.downloadTaskId}`,
				description: `${slept.failure}\nCheck in Phrase that the connector can read the file, then request it again.`,
			});
		},
		haveEnded: async (items, client) => {
			for (const { connectorId, folder: encodedFolder, file, downloadTaskId: taskId } of items) {
				const location = { connectorId: text(connectorId), folder: text(encodedFolder), file: text(file) };
				if (!(await isPrepared(client, location, text(taskId)))) return false;
			}
			return true;
		},
	};
}

function workOf({ connectorId, folder: encodedFolder, file, downloadTaskId: taskId }: Waiting) {
	return { connectorId, folder: encodedFolder, file, downloadTaskId: taskId };
}

function text(value: unknown): string {
	return asText(value) ?? '';
}
