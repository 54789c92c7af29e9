import type { IDataObject } from 'n8n-workflow';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asRecords, asText, asTexts } from '../../../../../core/http/read';
import type { PhraseClient } from '../../../../../core/http/client.types';
import type { CalledBackKind, StartedWork } from '../../../../../core/operation/startedWork';
import { explain } from './explain';
import { getState } from './requests';

/** One action into one language. Source: schemas ActionV1, ActionResultV1. */
interface ActionResult {
	actionType: string;
	targetLang: string;
	/** `RUNNING`, `OK` or `ERROR`. */
	status: string;
}

/** How far a file translation into one language is. */
export interface LanguageProgress {
	language: string;
	/** Types of the actions that ended in ERROR. */
	failed: string[];
	/** Whether nothing is to be waited for any more: all is OK, or something has failed. */
	ended: boolean;
}

/** How far a file translation is. */
export interface Progress {
	/** Phrase's last answer. */
	state: IDataObject;
	/** Each target language, in the order in which they were asked for. */
	languages: LanguageProgress[];
}

/**
 * A file translation, named by `fileTranslationUid`; with `targetLangs`, those languages of it.
 *
 * Which actions Phrase lists beside those asked for is not documented, and neither is what becomes of an action whose
 * predecessor has failed. So a language has ended when all that is listed for it is OK, or as soon as
 * something listed for it is in ERROR. What is listed for a language that nobody asked for counts for all of
 * them.
 */
export const fileTranslationWork: CalledBackKind<Progress> = {
	goOn: "Do not upload the file again. Wait with File Translation > Wait and the 'fileTranslationUid', then use Get Result, within 24 hours.",
	calledBack: { about: 'fileTranslation', member: 'fileTranslationUid' },
	look: async (work, client) => {
		const progress = await readProgress(work, client);
		return haveEnded(progress.languages) ? progress : undefined;
	},
};

/**
 * Reads how far a file translation is.
 * @throws PhraseError when the state cannot be read
 */
export async function readProgress({ about }: StartedWork, client: PhraseClient): Promise<Progress> {
	const uid = asText(about.fileTranslationUid) ?? '';
	const state = await readState(uid, client).catch((error: unknown) => {
		throw explain(error, uid);
	});
	const targetLangs = about.targetLangs === undefined ? undefined : asTexts(about.targetLangs);
	return { state, languages: progressOf(state, targetLangs) };
}

/** Reads the state of a file translation once. */
export async function readState(uid: string, client: PhraseClient): Promise<IDataObject> {
	return asRecord((await client.send(getState(uid))).body);
}

/** Whether nothing is to be waited for in any language. */
export function haveEnded(languages: LanguageProgress[]): boolean {
	return languages.length > 0 && languages.every(({ ended }) => ended);
}

/**
 * Reads how far each target language is.
 * @param state Phrase's answer, see schema FileTranslationsResponseV1
 * @param targetLangs the languages to look at; those that Phrase names when it is left out
 */
export function progressOf(state: IDataObject, targetLangs?: string[]): LanguageProgress[] {
	const { targetLangs: named, actionTypes } = asRecord(state.metadata);
	const results = resultsOf(state);
	const languages = targetLangs ?? asRecords(named).map(({ code }) => asText(code) ?? '');
	const asked = Array.isArray(actionTypes) ? actionTypes.map(String) : [];

	return languages.map((language) => {
		const own = results.filter(
			({ targetLang }) => targetLang === language || !languages.includes(targetLang),
		);
		const failed = own.filter(({ status }) => status === 'ERROR').map(({ actionType }) => actionType);
		const begun = asked.length === 0 || own.some(({ actionType }) => asked.includes(actionType));
		const ok = own.length > 0 && own.every(({ status }) => status === 'OK');
		return { language, failed, ended: failed.length > 0 || (begun && ok) };
	});
}

function resultsOf(state: IDataObject): ActionResult[] {
	return asRecords(state.actions).flatMap(({ actionType, results }) =>
		asRecords(results).map(({ targetLang, status }) => ({
			actionType: asText(actionType) ?? '',
			targetLang: asText(targetLang) ?? '',
			status: asText(status) ?? '',
		})),
	);
}

/** Whether a language that has ended has what the call asked for. */
export function isGood({ ended, failed }: LanguageProgress): boolean {
	return ended && failed.length === 0;
}

/**
 * What to tell of languages that failed.
 *
 * @param failed those to tell of
 * @param uid the file translation
 * @param languages all of it, to name what can still be collected
 */
export function failedTranslation(
	failed: LanguageProgress[],
	uid: string,
	languages: LanguageProgress[],
): PhraseError {
	const what = failed.map(({ language, failed: actions }) => `${actions.join(', ')} into ${language}`);
	const good = languages.filter(isGood).map(({ language }) => language);
	return new PhraseError({
		kind: 'workFailed',
		message: `File translation ${uid} did not succeed: ${what.join('; ')}`,
		description: [
			'Phrase gives no reason. Check that Phrase can read the type of the file, and that the translation profile can translate into the language.',
			good.length > 0 && `'Get Result' still collects ${good.join(', ')}, up to 24 hours after the upload.`,
		]
			.filter(Boolean)
			.join('\n'),
	});
}

/**
 * Phrase's last answer about a file translation that has ended.
 * @throws PhraseError when it did not end well in every language
 */
export function stateOfAll({ about }: StartedWork, { state, languages }: Progress): IDataObject {
	const bad = languages.filter((language) => !isGood(language));
	if (bad.length > 0) throw failedTranslation(bad, asText(about.fileTranslationUid) ?? '', languages);
	return state;
}
