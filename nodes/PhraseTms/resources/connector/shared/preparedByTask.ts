import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import { simplified, simplifyFields } from '../../../../../core/fields/simplify';
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

/** What the simplified version of a task keeps: who began it is left out. */
export const SIMPLE_TASK = ['id', 'action', 'dateCreated'] as const;

/**
 * The answer is the task with which a connector downloads a file; the operation waits for its end when the user
 * asks for that.
 * Source: schema AsyncFileOpResponseDto.
 */
export function preparedByTask<V extends Wanted>(): Ending<V> {
	const ending = startedWork<V, Prepared>({
		kind: fileDownload({ isTaskCertain: true }),
		starts: startsOne(requestDownload),
		choice: {
			name: 'Wait for File',
			description:
				'Whether to wait until Phrase has downloaded the file, so that the next node can make a job of it',
			started: ({ values }, work) => [{ json: shown(work, values) }],
		},
		collect: async ({ values }, { work, ...polling }) =>
			await Promise.resolve([{ json: { ...shown(work, values), ...waitDetails(values, polling) } }]),
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: SIMPLE_TASK }) } };
}

function shown({ about, answer }: StartedWork, values: unknown) {
	return { ...about, ...simplified(answer, values, SIMPLE_TASK) };
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
