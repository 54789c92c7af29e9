import type { Handlers } from '../http/call';
import { analysis } from './analysis';
import { asyncRequest } from './asyncRequest';
import { authentication } from './authentication';
import { bilingualFile } from './bilingualFile';
import { connector } from './connector';
import { customFields } from './customFields';
import { fileTranslation } from './fileTranslation';
import { glossary } from './glossary';
import { importSettings } from './importSettings';
import { job } from './job';
import { jobContent } from './jobContent';
import { languageAiAuthentication } from './languageAiAuthentication';
import { languageQualityAssessment } from './languageQualityAssessment';
import { oauth } from './oauth';
import { project } from './project';
import { qualityAssurance } from './qualityAssurance';
import { supportedLanguages } from './supportedLanguages';
import { textTranslation } from './textTranslation';
import { translation } from './translation';
import { translationMemory } from './translationMemory';
import { translationProfile } from './translationProfile';
import { user } from './user';
import { webhook } from './webhook';

/** What serves the operations of Phrase, by tag of its API: the platform, TMS, Language AI. */
const TAGS: Handlers[] = [
	oauth,
	analysis,
	asyncRequest,
	authentication,
	bilingualFile,
	connector,
	customFields,
	glossary,
	importSettings,
	job,
	jobContent,
	languageQualityAssessment,
	project,
	qualityAssurance,
	supportedLanguages,
	translation,
	translationMemory,
	user,
	webhook,
	fileTranslation,
	languageAiAuthentication,
	textTranslation,
	translationProfile,
];

/** Everything that serves an operation of Phrase, by operationId. */
export const HANDLERS: Handlers = Object.assign({}, ...TAGS) as Handlers;
