import type { Resources } from '../../../core/operation/operation';
import { api } from './api';
import { fileTranslation } from './fileTranslation';
import { textTranslation } from './textTranslation';
import { translationProfile } from './translationProfile';

/** What the Phrase Language AI node can work with. */
export const resources: Resources = { api, fileTranslation, textTranslation, translationProfile };
