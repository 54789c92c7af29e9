import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import { simplified, simplifyFields } from '../../../../../core/fields/simplify';
import { expectedRecord } from '../../../../../core/http/expected';
import { asRecord } from '../../../../../core/http/read';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { StartedWork } from '../../../../../core/operation/startedWork';
import { waitDetails } from '../../../../../core/waiting/waitFor';
import { fileUpload, looksBefore, uploadOf, type Uploaded, type UploadPlace } from './fileUpload';
import { SIMPLE_TASK } from './preparedByTask';

/**
 * The answer is the task with which a connector uploads a file; the operation waits for its end when the user asks for
 * that. The folder is read before: it has to exist, and tells the new file from one of the same name.
 * Source: schema AsyncFileOpResponseDto.
 */
export function uploadedByTask<V>(placeOf: (values: V) => UploadPlace): Ending<V> {
	const start = async ({ client, request, values }: Call<V>): Promise<StartedWork> => {
		const place = placeOf(values);
		const before = await looksBefore(client, place);
		const sent = request();
		return uploadOf(place, expectedRecord(await client.send(sent), sent), before);
	};
	const ending = startedWork<V, Uploaded>({
		kind: fileUpload(),
		starts: startsOne(start),
		choice: {
			name: 'Wait for Upload',
			description: 'Whether to wait until the file is in the repository',
			started: ({ values }, work) => [{ json: shown(work, values) }],
		},
		collect: async ({ values }, { work, state: { file }, ...polling }) =>
			await Promise.resolve([{ json: { ...shown(work, values, file), ...waitDetails(values, polling) } }]),
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: SIMPLE_TASK }) } };
}

function shown({ about, answer }: StartedWork, values: unknown, file?: string) {
	const task = simplified(asRecord(answer.task), values, SIMPLE_TASK);
	return { ...about, ...(file !== undefined && { file }), ...task };
}
