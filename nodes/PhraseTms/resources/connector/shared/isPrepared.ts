import type { PhraseClient } from '../../../../../core/http/client.types';
import type { PhraseError } from '../../../../../core/http/errors';
import { assertFile } from '../../../../../core/http/fileAnswer';
import { downloadPrepared, type PreparedFile } from './preparedFile';

/** Answers that say the credential, not the task, is at fault. */
const NOT_ABOUT_THE_TASK = new Set([401, 403]);

/**
 * Whether a connector has downloaded a file.
 *
 * Phrase documents no way to read one task. What it documents is the prepared file itself, so that is what is looked
 * at: the task has ended as soon as Phrase begins to send the file, of which not a byte is read. A task that goes on
 * and one that failed look the same.
 * Source: getPreparedFile.
 *
 * @returns true when Phrase sends the prepared file; undefined as long as it refuses to
 * @throws PhraseError when the credential is refused or Phrase cannot be reached
 */
export async function isPrepared(
	client: PhraseClient,
	file: PreparedFile,
	taskId: string,
): Promise<true | undefined> {
	try {
		const stream = await client.open(downloadPrepared(file, taskId));
		await assertFile(stream, file.file);
		stream.body.destroy();
		return true;
	} catch (error) {
		throwUnlessPreparing(error);
		return undefined;
	}
}

/** A refusal that is about the task means: not yet, and so does a file without bytes. */
function throwUnlessPreparing(error: unknown): void {
	const { httpCode = 0, kind } = error as Partial<PhraseError>;
	const isRefused = httpCode >= 400 && httpCode < 500 && !NOT_ABOUT_THE_TASK.has(httpCode);
	const isEmpty = kind === 'perhapsDone' && httpCode >= 200 && httpCode < 300;
	if (!isRefused && !isEmpty) throw error;
}
