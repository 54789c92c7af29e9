import { ApiError, badRequest } from '../errors';
import { contentFile, type SandboxFile } from '../files';
import { download, ok, param, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentFileTranslation } from '../present';
import { scoreOf } from '../state/fileTranslations';
import type { ActionType, FileTranslation, FileTranslationMetadata } from '../state/types';
import { MANAGER, ORGANIZATION, SECRETS } from '../state/users';
import type { World } from '../world';

/** Language identification needs this many characters (Phrase, text translations v2). */
const IDENTIFIABLE_CHARACTERS = 50;

interface LoginRequest {
	userName: string;
	password: string;
	organization?: { uid: string };
}

interface TextTranslationRequest {
	sourceTexts: Array<{ key: string; source: string }>;
	sourceLang?: { code: string };
	targetLang: { code: string };
	consumerId: string;
	mtSettings?: { profile?: { uid: string } };
}

/** Phrase Language AI. */
export const languageAiHandlers: Handlers = {
	loginLanguageAi: ({ body }, { tokens, log }) => {
		const { userName, password, organization } = body as LoginRequest;
		const known = organization === undefined || organization.uid === ORGANIZATION.uid;
		if (!known || userName !== MANAGER.userName || password !== SECRETS.password) {
			log.count('loginsRefused');
			throw new ApiError(401, 'Unauthorized', 'Invalid user name, password or organization.');
		}
		log.count('logins');
		const { token, expires } = tokens.issue('languageAi', 'login');
		return ok({ token, tokenType: 'Bearer', expires: expires.toISOString(), user: MANAGER });
	},

	createFileTranslation: (call, world) => {
		const { metadata } = call.body as { metadata: FileTranslationMetadata };
		checkProfile(metadata.mtSettings?.profile?.uid, world);
		if (!call.file) throw badRequest('Bad Request', 'The part file is missing.');
		return { status: 201, json: presentFileTranslation(world.fileTranslations.create(call.file, metadata)) };
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

	listTranslationProfiles: (call, { profiles }) =>
		ok(
			page(call, profiles, ({ uid, name, dateCreated }) => ({
				uid,
				name,
				engines: [],
				glossaries: [],
				dateCreated: dateCreated.toISOString(),
			})),
		),

	translateTexts: (call, world) => {
		const { sourceTexts, sourceLang, targetLang, consumerId, mtSettings } =
			call.body as TextTranslationRequest;
		checkProfile(mtSettings?.profile?.uid, world);
		const characters = sourceTexts.reduce((sum, { source }) => sum + source.length, 0);
		if (!sourceLang && characters < IDENTIFIABLE_CHARACTERS) {
			throw badRequest(
				'Bad Request',
				`Language identification needs at least ${IDENTIFIABLE_CHARACTERS} characters.`,
			);
		}
		return ok({
			sourceLang: sourceLang ?? { code: 'en' },
			targetLang,
			consumerId,
			translatedTexts: sourceTexts.map(({ key, source }) => ({
				key,
				target: `[${targetLang.code}] ${source}`,
			})),
		});
	},
};

function checkProfile(uid: string | undefined, { profiles }: World): void {
	if (uid !== undefined && !profiles.some((profile) => profile.uid === uid)) {
		throw badRequest('Bad Request', `There is no translation profile ${uid}.`);
	}
}

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
