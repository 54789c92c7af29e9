import { ok, type Handlers } from '../http/call';
import { LANGUAGES } from '../model/language';

/** Tag Supported Languages. */
export const supportedLanguages: Handlers = {
	listOfLanguages: () =>
		ok({ languages: LANGUAGES.map(([code, name]) => ({ code, name, ...notations(code) })) }),
};

function notations(code: string): { rfc: string; android: string } {
	const [language = code, region] = code.split('_');
	if (region === undefined) return { rfc: language, android: language };
	return { rfc: `${language}-${region.toUpperCase()}`, android: `${language}-r${region.toUpperCase()}` };
}
