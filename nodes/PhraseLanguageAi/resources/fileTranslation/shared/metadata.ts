import { fileToSend, sentFile } from '../../../../../core/fields/sentFile';
import { POST, type PhraseRequest } from '../../../../../core/http/request';
import { sourceLang, targetLangs } from '../../../fields/language';
import type { OperationValues } from '../../../../../core/operation/operation';
import { profileUid } from '../../../fields/profileUid';
import type { ActionType } from './actionTypes';
import { toTransMemoriesConfig, translationMemories } from './translationMemories';

/** The fields that every operation that uploads a file has. */
export const uploadFields = {
	...sentFile.fields,
	sourceLang: sourceLang(),
	targetLangs: targetLangs(),
	profileUid: profileUid(),
};

/** The options that every operation that uploads a file has. */
export const uploadOptions = { ...sentFile.options, translationMemories };

/** What an upload needs to know. */
export type Upload = OperationValues<typeof uploadFields, typeof uploadOptions>;

/**
 * Finds what cannot be said together.
 * @returns what is wrong, or undefined
 */
export function checkUpload({ targetLangs: wanted, options }: Upload): string | undefined {
	const stray = options.translationMemories?.find(({ targetLang }) => !wanted.includes(targetLang));
	return (
		stray && `'Translation Memories' names '${stray.targetLang}', which is not one of the target languages`
	);
}

/**
 * Uploads a file and starts the actions.
 * Source: POST /v1/fileTranslations, schema FileTranslationsMetadataV1.
 */
export function createFileTranslation(
	values: Upload,
	{ actionTypes, callbackUrl }: { actionTypes: ActionType[]; callbackUrl?: string },
): PhraseRequest {
	const { sourceLang: from, targetLangs: to, profileUid: profile, options } = values;
	const metadata = {
		sourceLang: { code: from },
		targetLangs: to.map((code) => ({ code })),
		actionTypes,
		callbackUrl,
		// Phrase takes the profile for files only when it is told to use Language AI's settings.
		...(profile !== '' && { mtSettings: { usePhraseMTSettings: true, profile: { uid: profile } } }),
		transMemoriesConfig: toTransMemoriesConfig(options.translationMemories ?? []),
	};
	return POST`/v1/fileTranslations`.repeatable('refused').multipart([
		{
			name: 'file',
			file: fileToSend(values),
			contentType: 'application/octet-stream',
		},
		{ name: 'metadata', json: metadata },
	]);
}
