import type { Callbacks } from '../callbacks';
import type { Clock } from '../clock';
import type { SandboxConfig } from '../config';
import { ApiError, notFound } from '../errors';
import { translated, type SandboxFile } from '../files';
import {
	presentFileTranslation,
	type ActionType,
	type FileTranslation,
	type FileTranslationMetadata,
	type FileTranslationResult,
} from '../model/fileTranslation';
import { uidOf } from '../seededRandom';

/** Every action with those it needs before it; whoever asks for one gets them all. */
const CHAIN: ActionType[] = [
	'FILE_IMPORT',
	'CONVERTER_IMPORT',
	'MT_GENERIC_PRETRANSLATE',
	'QUALITY_ESTIMATION',
];

/**
 * The files that Language AI works on. A file with `fail-mt` in its name ends in ERROR at its machine
 * translation, one with `fail-quality` at its quality estimation; with `fail-mt-fr` only in that language.
 */
export class FileTranslations {
	private readonly translations = new Map<string, FileTranslation>();

	constructor(
		private readonly clock: Clock,
		private readonly callbacks: Callbacks,
		private readonly config: () => SandboxConfig,
	) {}

	/** Takes a file in and starts every action it asks for, and those before it. */
	create(source: SandboxFile, metadata: FileTranslationMetadata): FileTranslation {
		const uid = uidOf(`fileTranslation:${this.translations.size}`);
		const last = Math.max(...metadata.actionTypes.map((actionType) => CHAIN.indexOf(actionType)));
		const actions = CHAIN.slice(0, last + 1).map((actionType) => ({
			actionType,
			results: metadata.targetLangs.map(({ code }) =>
				running(uid, actionType, metadata.sourceLang.code, code),
			),
		}));
		const targets = new Map(metadata.targetLangs.map(({ code }) => [code, translated(source, code)]));
		const translation: FileTranslation = {
			uid,
			metadata,
			dateCreated: this.clock.now(),
			source,
			actions,
			targets,
		};
		this.translations.set(uid, translation);
		this.run(translation, 0);
		return translation;
	}

	/**
	 * @throws ApiError 404, or 410 when the file's life is over
	 */
	get(uid: string): FileTranslation {
		const translation = this.translations.get(uid);
		if (!translation) throw notFound('File translation', uid);
		const age = this.clock.now().getTime() - translation.dateCreated.getTime();
		if (age >= this.config().fileLifeMs)
			throw new ApiError(410, 'Gone', `File translation ${uid} has been deleted.`);
		return translation;
	}

	/** Works off one action after the other; the callback comes once, at the end of all. */
	private run(translation: FileTranslation, index: number): void {
		const action = translation.actions[index];
		if (!action) {
			this.callbacks.send(translation.metadata.callbackUrl, presentFileTranslation(translation));
			return;
		}
		this.clock.after(this.durationOf(action.actionType), () => {
			for (const result of action.results) {
				result.status = failsAt(translation, index, result.targetLang) ? 'ERROR' : 'OK';
			}
			this.run(translation, index + 1);
		});
	}

	private durationOf(actionType: ActionType): number {
		const { fileImportMs, mtMs, qualityMs } = this.config().times;
		return {
			FILE_IMPORT: fileImportMs / 2,
			CONVERTER_IMPORT: fileImportMs / 2,
			MT_GENERIC_PRETRANSLATE: mtMs,
			QUALITY_ESTIMATION: qualityMs,
		}[actionType];
	}
}

/** A quality score that depends on the file and the language only, 0–1 with two digits. */
export function scoreOf(translation: FileTranslation, language: string): number {
	return (Buffer.from(uidOf(`score:${translation.source.identity}:${language}`)).readUInt16BE(0) % 100) / 100;
}

function running(
	uid: string,
	actionType: ActionType,
	sourceLang: string,
	targetLang: string,
): FileTranslationResult {
	return { id: uidOf(`${uid}:${actionType}:${targetLang}`), sourceLang, targetLang, status: 'RUNNING' };
}

/** An action fails by the file's name, or because the one before it failed in this language. */
function failsAt({ source, actions }: FileTranslation, index: number, targetLang: string): boolean {
	const before = actions[index - 1]?.results.find((result) => result.targetLang === targetLang);
	if (before?.status === 'ERROR') return true;
	const actionType = actions[index]?.actionType;
	if (actionType === 'MT_GENERIC_PRETRANSLATE') return isNamedToFail(source.name, 'fail-mt', targetLang);
	return actionType === 'QUALITY_ESTIMATION' && isNamedToFail(source.name, 'fail-quality', targetLang);
}

function isNamedToFail(fileName: string, mark: string, targetLang: string): boolean {
	const named = new RegExp(`${mark}(?:-([a-z0-9_]+))?`).exec(fileName);
	if (named === null) return false;
	return named[1] === undefined || named[1] === targetLang;
}
