import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { StartedWork } from '../../../../../core/operation/startedWork';
import { waitDetails } from '../../../../../core/waiting/waitFor';
import { downloadOf, fileDownload } from './fileDownload';
import type { Prepared } from './isPrepared';
import type { PreparedFile } from './preparedFile';

interface Wanted extends PreparedFile {
	options: { projectUid?: string };
}

/**
 * The answer is the task with which a connector downloads a file; the operation waits for its end when the user
 * asks for that.
 * Source: schema AsyncFileOpResponseDto.
 */
export function preparedByTask<V extends Wanted>(): Ending<V> {
	return startedWork<V, Prepared>({
		kind: fileDownload({ isTaskCertain: true }),
		starts: startsOne(requestDownload),
		choice: {
			name: 'Wait for File',
			description:
				'Whether to wait until Phrase has downloaded the file, so that the next node can make a job of it',
			started: (_call, { about, answer }) => [{ json: { ...about, ...answer } }],
		},
		collect: async ({ values }, { work: { about, answer }, ...polling }) =>
			await Promise.resolve([{ json: { ...about, ...answer, ...waitDetails(values, polling) } }]),
	});
}

async function requestDownload({ client, request, values }: Call<Wanted>): Promise<StartedWork> {
	const task = asRecord((await client.send(request())).body);
	const downloadTaskId = asText(task.id);
	if (downloadTaskId === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase took the call but named no download task',
			description: 'Look in Phrase whether the connector downloads the file before you run this again.',
		});
	}
	const { projectUid } = values.options;
	return { ...downloadOf({ ...values, downloadTaskId, projectUid }, asText(task.fileName)), answer: task };
}
