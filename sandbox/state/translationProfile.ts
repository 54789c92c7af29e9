import { badRequest } from '../errors';
import type { TranslationProfile } from '../model/translationProfile';

/** @throws ApiError 400 when there is no profile with this uid */
export function checkProfile(uid: string | undefined, profiles: TranslationProfile[]): void {
	if (uid !== undefined && !profiles.some((profile) => profile.uid === uid)) {
		throw badRequest('Bad Request', `There is no translation profile ${uid}.`);
	}
}
