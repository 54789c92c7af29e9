import { ApiError, badRequest } from '../errors';
import { contentFile, type SandboxFile } from '../files';
import { download, ok, param, type Handlers } from '../http/call';
import {
	presentFileTranslation,
	type ActionType,
	type FileTranslation,
	type FileTranslationMetadata,
} from '../model/fileTranslation';
import { scoreOf } from '../state/fileTranslation';
import { checkLanguages } from '../state/languageCode';
import { checkProfile } from '../state/translationProfile';

/** Tag File translations of Language AI. */
export const fileTranslation: Handlers = {
	createFileTranslation: (call, world) => {
		const { metadata } = call.body as { metadata: FileTranslationMetadata };
		checkLanguages(metadata.sourceLang, metadata.targetLangs);
		checkProfile(metadata.mtSettings?.profile?.uid, world.profiles);
		if (!call.file) throw badRequest('Bad Request', 'The part file is missing.');
		return ok(presentFileTranslation(world.fileTranslations.create(call.file, metadata)));
	},

	getMetadataV1: (call, { fileTranslations, log }) => {
		log.count('statusPolls');
		return ok(presentFileTranslation(fileTranslations.get(param(call, 'uid'))));
	},

	getFilesV1: (call, { fileTranslations }) => {
		const translation = fileTranslations.get(param(call, 'uid'));
		const actionType = param(call, 'actionType') as ActionType;
		const language = param(call, 'language');
		checkEnded(translation, actionType, language);
		const accept = call.headers.accept ?? '';
		if (actionType === 'QUALITY_ESTIMATION') {
			checkAccept(accept, 'application/json');
			return ok({ score: scoreOf(translation, language) });
		}
		checkAccept(accept, 'application/octet-stream');
		return download(resultOf(translation, actionType, language));
	},
};

/** Which status Phrase answers before an action's end is not documented; the sandbox says 404. */
function checkEnded({ uid, actions }: FileTranslation, actionType: ActionType, language: string): void {
	const action = actions.find((candidate) => candidate.actionType === actionType);
	const result = action?.results.find(({ targetLang }) => targetLang === language);
	if (!result)
		throw new ApiError(404, 'Not Found', `File translation ${uid} has no ${actionType} into ${language}.`);
	if (result.status === 'RUNNING')
		throw new ApiError(404, 'Not Found', `${actionType} into ${language} is still running.`);
	if (result.status === 'ERROR') throw badRequest('Bad Request', `${actionType} into ${language} failed.`);
}

function checkAccept(accept: string, mediaType: string): void {
	const accepted = accept.split(',').map((part) => (part.split(';')[0] ?? '').trim());
	if (!accepted.includes(mediaType) && !accepted.includes('*/*')) {
		throw new ApiError(415, 'Unsupported Media Type', `Accept must be ${mediaType}.`);
	}
}

function resultOf(
	{ source, targets }: FileTranslation,
	actionType: ActionType,
	language: string,
): SandboxFile {
	if (actionType === 'CONVERTER_IMPORT') {
		return contentFile(
			`${source.name}.mxliff`,
			Buffer.from(`<xliff version="1.2"><!-- ${source.identity} --></xliff>\n`),
		);
	}
	return actionType === 'FILE_IMPORT' ? source : (targets.get(language) ?? source);
}
