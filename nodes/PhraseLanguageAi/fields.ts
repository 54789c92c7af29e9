import { z } from 'zod/v4';
import { locator } from '../../core/fields/locator';
import { listOfTexts, plainText, requiredText } from '../../core/fields/simple';
import { field, type Field } from '../../core/fields/field';
import { LANGUAGE_CODE } from './languages';

/** What is wrong with a language code, in words of a user. */
const wrongCode = {
	error: ({ input }: { input: unknown }) =>
		input === ''
			? 'choose a language, or give its code'
			: `${JSON.stringify(input)} is not a code as Phrase writes it: lower case, with an underscore, such as 'cs' or 'pt_br'`,
};

/** Checks a language code. */
export const languageCode = z.string().trim().regex(LANGUAGE_CODE, wrongCode);

/** Checks a language code that may be left empty. */
export const optionalLanguageCode = z
	.string()
	.trim()
	.refine((code) => code === '' || LANGUAGE_CODE.test(code), wrongCode);

/** One language, chosen from a list or given by its code. */
function language(displayName: string, description: string): Field<string> {
	const { property } = locator({
		displayName,
		description,
		searchListMethod: 'searchLanguages',
		idPlaceholder: 'e.g. pt_br',
	});
	return field(property, plainText(languageCode));
}

/** The language to translate from. */
export const sourceLang = () => language('Source Language', 'The language to translate from');

/** The language to translate to, or that a result is in. */
export const targetLang = (description = 'The language to translate to') =>
	language('Target Language', description);

/** The language to translate from, which Phrase can find out by itself. */
export const optionalSourceLang = (): Field<string> => {
	const { property } = locator({
		displayName: 'Source Language',
		description:
			'The language to translate from. Phrase identifies it when it is left empty, which needs at least 50 characters of text.',
		searchListMethod: 'searchLanguages',
		idPlaceholder: 'e.g. en',
		optional: true,
	});
	return field(property, plainText(optionalLanguageCode));
};

/** The languages to translate to. */
export const targetLangs = () =>
	field(
		{
			displayName: 'Target Language Names or IDs',
			type: 'multiOptions',
			typeOptions: { loadOptionsMethod: 'getLanguages' },
			default: [],
			required: true,
			description:
				'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		},
		listOfTexts(1).pipe(z.array(languageCode)),
	);

/** The profile whose engines and glossaries translate; an empty text when Phrase is to choose. */
export const profileUid = () =>
	locator({
		displayName: 'Translation Profile',
		description:
			'The profile whose engines and glossaries translate. The default profile of the organization is used when it is left empty.',
		searchListMethod: 'searchProfiles',
		idPlaceholder: 'e.g. CFUki8ptanoz1WAIYoXSH4',
		optional: true,
	});

/** The file translation of an earlier step. */
export const fileTranslationUid = () =>
	requiredText({
		displayName: 'File Translation UID',
		placeholder: 'e.g. 6ygxTZcS5c0Tdh4gRLkqv0',
		description: "UID of the file translation: 'fileTranslationUid' of the operation that created it",
	});
