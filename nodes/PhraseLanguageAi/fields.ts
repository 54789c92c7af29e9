import { field, type Field } from '../../core/fields/field';
import { given } from '../../core/fields/given';
import { located, locator, locatorProperty } from '../../core/fields/locator';
import { requiredId } from '../../core/fields/text';
import { languageCode } from './languages';

/** One language, chosen from a list or given by its code. */
function language(displayName: string, description: string): Field<string> {
	return field(
		locatorProperty({
			displayName,
			description,
			searchListMethod: 'searchLanguages',
			idPlaceholder: 'e.g. pt_br',
		}),
		given(located, languageCode.one),
	);
}

/** The language to translate from. */
export const sourceLang = () => language('Source Language', 'The language to translate from');

/** The language to translate to, or that a result is in. */
export const targetLang = (description = 'The language to translate to') =>
	language('Target Language', description);

/** The language to translate from, which Phrase can find out by itself. */
export const optionalSourceLang = (): Field<string> =>
	field(
		locatorProperty({
			displayName: 'Source Language',
			description:
				'The language to translate from. Phrase identifies it when it is left empty, which needs at least 50 characters of text.',
			searchListMethod: 'searchLanguages',
			idPlaceholder: 'e.g. en',
			optional: true,
		}),
		given(located, languageCode.oneOrEmpty),
	);

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
		languageCode.some({ min: 1 }),
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
	requiredId({
		displayName: 'File Translation UID',
		placeholder: 'e.g. 6ygxTZcS5c0Tdh4gRLkqv0',
		description: "UID of the file translation: 'fileTranslationUid' of the operation that created it",
	});
