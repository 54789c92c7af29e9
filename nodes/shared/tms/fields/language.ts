import { languageCodes } from '../../../../core/fields/languageCodes';

/**
 * What the codes of languages look like in Phrase TMS: `cs`, `cs_cz`, `sr_latn`, `es_419`.
 * Source: listOfLanguages, GET /api2/v1/languages.
 */
export const tmsLanguageCodes = languageCodes(/^[a-z]{2,3}(_[a-z0-9]{2,8})*$/);
