import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { z } from 'zod/v4';
import { expressionOf } from '../../../../core/fields/expression';
import type { Field } from '../../../../core/fields/field';
import { loadedChoice, loadedChoices } from '../../../../core/fields/loadedChoice';
import type { PhraseClient } from '../../../../core/http/client.types';
import { ParameterError } from '../../../../core/http/errors';
import { asRecord, asRecords, asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { chosenProject } from '../chosenProject';
import { lookupClient } from '../tmsLookups';
import { tmsLanguageCodes } from './language';

/** The parameter that has the target languages of a job. */
const TARGET_LANGS = 'targetLangs';

/** Languages, and not the nothing that an expression may give. */
const given = () =>
	z
		.unknown()
		.refine((raw) => raw !== undefined && raw !== null && raw !== '', 'the expression gives nothing')
		.pipe(tmsLanguageCodes.some());

/** The target languages of a job, none for all of the project; the list follows the chosen project. */
export const targetLangs = (): { [TARGET_LANGS]: Field<string[]> } => {
	const langs = loadedChoices(
		{
			displayName: 'Target Language',
			hint: 'Leave empty for all target languages of the project',
			load: getTargetLangs,
			dependsOn: ['projectUid.value'],
		},
		given,
	);
	return {
		[TARGET_LANGS]: {
			...langs,
			check: async (raw, place) => {
				const chosen = await langs.check(raw, place);
				// What n8n hands over is the same list for an empty field.
				const isGiven = chosen.length === 0 && expressionOf(place.context, TARGET_LANGS) !== undefined;
				if (isGiven) throw new ParameterError(...NO_LANGUAGE);
				return chosen;
			},
		},
	};
};

/** An expression without a language is a mistake. It must not make jobs in all languages, which cost money. */
const NO_LANGUAGE = [
	'the expression gives no language',
	'Let it give at least one, or empty the field to have all target languages of the project.',
] as const;

/** Languages that something is to have, target languages unless they are called otherwise: any that Phrase TMS knows. */
export const newTargetLangs = (displayName = 'Target Language') =>
	loadedChoices({ displayName, load: getAllLangs, required: true }, () => tmsLanguageCodes.some({ min: 1 }));

/** One language, the source language unless it is called otherwise: any that Phrase TMS knows. */
export const sourceLang = (displayName = 'Source Language') =>
	loadedChoice({ displayName, load: getAllLangs, required: true }, tmsLanguageCodes.one);

/** Any number of languages that Phrase TMS knows. */
export const anyLangs = (displayName: string, hint?: string) =>
	loadedChoices({ displayName, hint, load: getAllLangs }, () => tmsLanguageCodes.some());

/** One language that Phrase TMS knows, or an empty text for all of them. */
export const langOrAll = (displayName: string) =>
	loadedChoice({ displayName, load: getLangOrAll }, tmsLanguageCodes.oneOrEmpty);

/** One language that Phrase TMS knows, or an empty text for none. */
export const langOrNone = (displayName: string, hint: string) =>
	loadedChoice({ displayName, hint, load: getLangOrNone }, tmsLanguageCodes.oneOrEmpty);

/** One target language of a job, or an empty text for all of them; the list follows the chosen project. */
export const targetLangOrAll = (hint?: string) =>
	loadedChoice(
		{ displayName: 'Target Language', hint, load: getTargetLangOrAll, dependsOn: ['projectUid.value'] },
		tmsLanguageCodes.oneOrEmpty,
	);

/** The target languages of jobs that a trigger takes; the list follows the project among its filters. */
export const targetLangsFilter = (hint: string) =>
	loadedChoices(
		{ displayName: 'Target Language', hint, load: getTargetLangs, dependsOn: ['filters.projectUid.value'] },
		() => tmsLanguageCodes.some(),
	);

/**
 * The target languages of the chosen project, or all languages of Phrase TMS as long as none is chosen.
 * Source: getProject, GET /api2/v1/projects/{projectUid}; listOfLanguages, GET /api2/v1/languages.
 */
async function getTargetLangs(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const client = lookupClient(this);
	const names = await languageNames(client);
	const codes = (await targetLangsOf(client, chosenProject(this))) ?? [...names.keys()];
	return named(codes, names);
}

/** All languages of Phrase TMS. Source: listOfLanguages, GET /api2/v1/languages. */
async function getAllLangs(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const names = await languageNames(lookupClient(this));
	return named([...names.keys()], names);
}

function named(codes: string[], names: Map<string, string>): INodePropertyOptions[] {
	return codes
		.filter((code) => code !== '')
		.map((code) => ({ name: `${names.get(code) ?? code} (${code})`, value: code }))
		.sort((a, b) => a.name.localeCompare(b.name));
}

/** All languages, after the choice of all. */
async function getLangOrAll(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'All', value: '' }, ...(await getAllLangs.call(this))];
}

/** All languages, after the choice of none. */
async function getLangOrNone(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'None', value: '' }, ...(await getAllLangs.call(this))];
}

/** The target languages of the chosen project, after the choice of all. */
async function getTargetLangOrAll(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return [{ name: 'All', value: '' }, ...(await getTargetLangs.call(this))];
}

async function targetLangsOf(
	client: PhraseClient,
	projectUid: string | undefined,
): Promise<string[] | undefined> {
	if (projectUid === undefined) return undefined;
	const { targetLangs } = asRecord((await client.send(GET`/api2/v1/projects/${projectUid}`)).body);
	return asTexts(targetLangs);
}

async function languageNames(client: PhraseClient): Promise<Map<string, string>> {
	const { body } = await client.send(GET`/api2/v1/languages`.query({ active: true }));
	return new Map(
		asRecords(asRecord(body).languages).map((language) => {
			const code = asText(language.code) ?? '';
			return [code, asText(language.name) ?? code];
		}),
	);
}
