import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import type { Call, Ending } from '../../../../../core/operation/operation';
import { eachAlone } from '../../../../../core/endings/eachAlone';

/** How long Phrase keeps a file and its results. Source: description of the tag File translations. */
const FILE_LIFE_MS = 24 * 60 * 60 * 1000;

/** A file translation that Phrase has begun. */
export interface StartedFileTranslation {
	uid: string;
	/** Phrase's answer. */
	answer: IDataObject;
	/** From when on its results are gone, ISO 8601. */
	expiresAt: string;
}

/**
 * Sends the request that uploads a file.
 * @throws PhraseError when Phrase refuses it
 */
export async function start({ client, request }: Call<unknown>): Promise<StartedFileTranslation> {
	// Phrase does not tell when it got the file; counted from before the upload, the end is never named too late.
	const expiresAt = new Date(Date.now() + FILE_LIFE_MS).toISOString();
	const answer = asRecord((await client.send(request())).body);
	const uid = asText(answer.uid);
	if (uid === undefined) {
		throw new PhraseError({
			kind: 'unusable',
			message: 'Phrase took the file but named no file translation',
			description: 'Try again. Without its UID nothing can be collected.',
		});
	}
	return { uid, answer, expiresAt };
}

/** The file is uploaded and the actions go on in Phrase; the item holds the UID for a later node. */
export function started<V>(): Ending<V> {
	return {
		run: eachAlone(async (call) => {
			const { uid, answer, expiresAt } = await start(call);
			return [{ json: { fileTranslationUid: uid, ...answer, expiresAt } }];
		}),
	};
}
