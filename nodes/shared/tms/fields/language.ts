import { field, type Field, type Labels } from '../../../../core/fields/field';
import { languageCodes } from '../../../../core/fields/languageCodes';

/**
 * What the codes of languages look like in Phrase TMS: `cs`, `cs_cz`, `sr_latn`, `es_419`.
 * Source: listOfLanguages, GET /api2/v1/languages.
 */
export const tmsLanguageCodes = languageCodes(/^[a-z]{2,3}(_[a-z0-9]{2,8})*$/);

/** The code of one language, which may be left empty. */
export function optionalLanguage(labels: Labels): Field<string | undefined> {
	return field(
		{ ...labels, type: 'string', default: '', placeholder: labels.placeholder ?? 'e.g. cs_cz' },
		() => tmsLanguageCodes.oneOrEmpty().transform((code) => (code === '' ? undefined : code)),
	);
}

/** The codes of any number of languages. */
export function languageList(labels: Labels): Field<string[]> {
	return field(
		{ ...labels, type: 'string', default: '', placeholder: labels.placeholder ?? 'e.g. cs_cz, de' },
		() => tmsLanguageCodes.some(),
	);
}
