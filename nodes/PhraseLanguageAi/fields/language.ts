import type { ILoadOptionsFunctions, INodeListSearchResult, INodePropertyOptions } from 'n8n-workflow';
import type { Field } from '../../../core/fields/field';
import { matches } from '../../../core/fields/listSearch';
import { loadedChoices } from '../../../core/fields/loadedChoice';
import { locatorOf } from '../../../core/fields/locator';
import { LANGUAGES, languageCode } from '../languages';

/** One language, chosen from a list or given by its code. */
function language(displayName: string, description: string): Field<string> {
	return locatorOf(
		{ displayName, description, search: searchLanguages, idPlaceholder: 'e.g. pt_br' },
		languageCode.one,
	);
}

/** The language to translate from. */
export const sourceLang = () => language('Source Language', 'The language to translate from');

/** The language to translate to, or that a result is in. */
export const targetLang = (description = 'The language to translate to') =>
	language('Target Language', description);

/** The language to translate from, which Phrase can find out by itself. */
export const optionalSourceLang = (): Field<string> =>
	locatorOf(
		{
			displayName: 'Source Language',
			description: 'The language to translate from',
			hint: 'Leave empty to let Phrase identify it, which needs at least 50 characters of text',
			search: searchLanguages,
			idPlaceholder: 'e.g. en',
			optional: true,
		},
		languageCode.oneOrEmpty,
	);

/** The languages to translate to. */
export const targetLangs = () =>
	loadedChoices({ displayName: 'Target Language', load: getLanguages, required: true }, () =>
		languageCode.some({ min: 1 }),
	);

/** Languages by name or code. */
async function searchLanguages(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
	return { results: entries().filter(({ name }) => matches(name, filter)) };
}

/** The languages for a parameter that takes several. */
async function getLanguages(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	return entries();
}

function entries() {
	return LANGUAGES.map(({ code, name }) => ({ name: `${name} (${code})`, value: code }));
}
