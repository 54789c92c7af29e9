import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { assertFile } from '../../../../../core/http/fileAnswer';
import { fileNameFrom } from '../../../../../core/http/fileName';
import { downloadPrepared, type PreparedFile } from './preparedFile';

/** Answers that are about the credential or the call, and never about the task. */
const NOT_ABOUT_THE_TASK = new Set([401, 403, 405, 415]);

/** A file that a connector has downloaded. */
export interface Prepared {
	/** Its name, when Phrase tells one. */
	fileName?: string;
}

/**
 * Whether a connector has downloaded a file.
 *
 * Phrase documents no way to read one task. What it documents is the prepared file itself, so the node looks
 * at that. The task has ended as soon as Phrase begins to send the file. The node keeps not a byte of it.
 * Source: getPreparedFile.
 *
 * @returns the file when Phrase sends it; what it answers instead as long as it does not
 * @throws PhraseError when the answer is not about the task, or Phrase cannot be reached
 */
export async function isPrepared(
	client: PhraseClient,
	file: PreparedFile,
	taskId: string,
): Promise<Prepared | PhraseError> {
	const begun = async () => {
		const stream = await client.open(downloadPrepared(file, taskId));
		const fileName = fileNameFrom(stream.headers['content-disposition']);
		await assertFile(stream, file.file);
		stream.body.destroy();
		return fileName === undefined ? {} : { fileName };
	};
	return await begun().catch(notYet);
}

function notYet(error: unknown): PhraseError {
	if (error instanceof PhraseError && isAboutTheTask(error)) return error;
	throw error;
}

/** A refusal that is about the task means: not yet, and so does a file without bytes. */
function isAboutTheTask({ kind, httpCode = 0 }: PhraseError): boolean {
	const isRefused =
		httpCode >= 400 && httpCode < 500 && kind === 'refused' && !NOT_ABOUT_THE_TASK.has(httpCode);
	const isEmpty = kind === 'perhapsDone' && httpCode >= 200 && httpCode < 300;
	return isRefused || isEmpty;
}
