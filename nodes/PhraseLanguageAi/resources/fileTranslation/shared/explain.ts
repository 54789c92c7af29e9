import { PhraseError } from '../../../../../core/http/errors';
import type { Ending } from '../../../../../core/operation/operation';

/**
 * Says of an error which file translation it is about, and what it means that Phrase does not have it any more.
 * Source: description of the tag File translations (24 hours); 404 and 410 of getMetadataV1 and getFilesV1.
 */
export function explain(error: unknown, uid: string): unknown {
	if (!(error instanceof PhraseError)) return error;
	const { message, description, httpCode } = error;
	const gone = httpCode === 404 || httpCode === 410;
	return error.with({
		message: gone ? `File translation ${uid}, or this result of it, is not in Phrase` : message,
		description: [
			...(gone
				? [
						'Phrase deletes the files of Language AI 24 hours after their upload, results included: translate the file again.',
						"Before that, check the UID, and that you asked for the action in this language and it has ended: 'Wait' tells.",
					]
				: [!message.includes(uid) && `This is about file translation ${uid}.`]),
			description,
		]
			.filter(Boolean)
			.join('\n'),
	});
}

/** An ending whose errors say which file translation they are about. */
export function explained<V extends { fileTranslationUid: string }>(ending: Ending<V>): Ending<V> {
	return {
		...ending,
		run: async (calls) => {
			try {
				return await ending.run(calls);
			} catch (error) {
				throw explain(error, calls[0]?.values.fileTranslationUid ?? '');
			}
		},
	};
}
