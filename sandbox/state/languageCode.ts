import { badRequest } from '../errors';

/** ISO 639-1, with a country (ISO 3166-1) or a region (UN M.49) where there is one: `cs`, `cs_cz`, `es_419`. */
const LANGUAGE_CODE = /^[a-z]{2,3}(_([a-z]{2}|[a-z]{4}|[0-9]{3}))*$/;

interface Language {
	code: string;
}

/**
 * Checks the languages of a request to Language AI.
 *
 * @throws ApiError 400 when a code is not in Phrase's form, or there twice
 */
export function checkLanguages(source: Language | undefined, targets: Language[]): void {
	const codes = targets.map(({ code }) => code);
	const wrong = [...codes, ...(source ? [source.code] : [])].find(
		(code) => !LANGUAGE_CODE.test(code) || codes.indexOf(code) !== codes.lastIndexOf(code),
	);
	if (wrong !== undefined) throw badRequest('Bad Request', `The language ${wrong} is wrong, or there twice.`);
}
