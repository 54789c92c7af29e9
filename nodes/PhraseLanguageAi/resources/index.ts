import type { Resources } from '../../../core/operation/operation';
import { fileTranslation } from './fileTranslation';
import { textTranslation } from './textTranslation';
import { translationProfile } from './translationProfile';

/** What the Phrase Language AI node can work with. */
export const resources: Resources = { fileTranslation, textTranslation, translationProfile };
