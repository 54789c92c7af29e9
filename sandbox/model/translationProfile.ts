/** A Language AI translation profile. */
export interface TranslationProfile {
	uid: string;
	name: string;
	dateCreated: Date;
}
