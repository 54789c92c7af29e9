import type { Handlers } from '../http/call';
import { analysis } from './analysis';
import { asyncRequest } from './asyncRequest';
import { authentication } from './authentication';
import { businessUnit } from './businessUnit';
import { client } from './client';
import { connector } from './connector';
import { domain } from './domain';
import { emailTemplate } from './emailTemplate';
import { fileTranslation } from './fileTranslation';
import { importSettings } from './importSettings';
import { job } from './job';
import { languageAiAuthentication } from './languageAiAuthentication';
import { oauth } from './oauth';
import { project } from './project';
import { supportedLanguages } from './supportedLanguages';
import { textTranslation } from './textTranslation';
import { translation } from './translation';
import { translationMemory } from './translationMemory';
import { translationProfile } from './translationProfile';
import { user } from './user';
import { vendor } from './vendor';
import { webhook } from './webhook';
import { workflowStep } from './workflowStep';

/** What serves the operations of Phrase, by tag of its API: the platform, TMS, Language AI. */
const TAGS: Handlers[] = [
	oauth,
	analysis,
	asyncRequest,
	authentication,
	businessUnit,
	client,
	connector,
	domain,
	emailTemplate,
	importSettings,
	job,
	project,
	supportedLanguages,
	translation,
	translationMemory,
	user,
	vendor,
	webhook,
	workflowStep,
	fileTranslation,
	languageAiAuthentication,
	textTranslation,
	translationProfile,
];

/** Everything that serves an operation of Phrase, by operationId. */
export const HANDLERS: Handlers = Object.assign({}, ...TAGS) as Handlers;
