import { z } from 'zod/v4';
import { onFirstUse } from '../../http/onFirstUse';

import type { CallbackEvent } from '../callbackEvent';
import { identifier, text } from '../../phrase/lenient';

const bodyShape = onFirstUse(() =>
	z.looseObject({
		uid: identifier(),
		actions: z.array(
			z.looseObject({
				actionType: text(),
				results: z.array(z.looseObject({ targetLang: text(), status: text() })).catch([]),
			}),
		),
	}),
);

/**
 * Reads the callback of a Language AI file translation. Phrase does not document its body; this reads the one
 * that `GET /v1/fileTranslations/{uid}` answers with. It has failed when any result is in `ERROR`, and succeeded
 * when every result of every action is `OK`.
 * Source: getMetadataV1.
 *
 * @returns undefined when the body is not of this kind
 */
export function readFileTranslation(body: unknown): CallbackEvent | undefined {
	const { data } = bodyShape().safeParse(body);
	if (data === undefined) return undefined;
	const event = { kind: 'fileTranslation', action: null, fileTranslationUid: data.uid } as const;

	const failed = data.actions.flatMap(({ actionType, results }) =>
		results
			.filter(({ status }) => status === 'ERROR')
			.map(({ targetLang, status }) => ({ actionType, targetLang, status })),
	);
	if (failed.length > 0) {
		const where = failed.map(({ actionType, targetLang }) =>
			[actionType, targetLang].filter(Boolean).join(' '),
		);
		const message = `Phrase reports ERROR for ${where.join(', ')}`;
		return { ...event, succeeded: false, error: { errorCode: null, message, details: failed } };
	}
	const ended =
		data.actions.length > 0 &&
		data.actions.every(({ results }) => results.length > 0 && results.every(({ status }) => status === 'OK'));
	return { ...event, succeeded: ended ? true : null };
}
