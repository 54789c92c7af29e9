import { badRequest } from '../errors';
import { ok, type Handlers } from '../http/call';
import { checkLanguages } from '../state/languageCode';
import { checkProfile } from '../state/translationProfile';

/** Language identification needs this many characters (Phrase, text translations v2). */
const IDENTIFIABLE_CHARACTERS = 50;

interface TextTranslationRequest {
	sourceTexts: Array<{ key?: string; source?: string }>;
	sourceLang?: { code: string };
	targetLang: { code: string };
	consumerId: string;
	mtSettings?: { profile?: { uid: string } };
}

/** Tag Text translations of Language AI. */
export const textTranslation: Handlers = {
	translateTexts: (call, world) => {
		const { sourceTexts, sourceLang, targetLang, consumerId, mtSettings } =
			call.body as TextTranslationRequest;
		checkLanguages(sourceLang, [targetLang]);
		checkProfile(mtSettings?.profile?.uid, world.profiles);
		const characters = sourceTexts.reduce((sum, { source = '' }) => sum + source.length, 0);
		if (!sourceLang && characters < IDENTIFIABLE_CHARACTERS) {
			throw badRequest(
				'Bad Request',
				`Language identification needs at least ${IDENTIFIABLE_CHARACTERS} characters.`,
			);
		}
		return ok({
			sourceLang: sourceLang ?? { code: 'en' },
			targetLang,
			consumerId,
			translatedTexts: sourceTexts.map(({ key, source = '' }) => ({
				key,
				target: `[${targetLang.code}] ${source}`,
			})),
		});
	},
};
