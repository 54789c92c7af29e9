import type { Resources } from '../../../core/operation/operation';
import { analysis } from './analysis';
import { api } from './api';
import { asyncRequest } from './asyncRequest';
import { businessUnit } from './businessUnit';
import { client } from './client';
import { connector } from './connector';
import { conversation } from './conversation';
import { costCenter } from './costCenter';
import { customField } from './customField';
import { domain } from './domain';
import { file } from './file';
import { glossary } from './glossary';
import { importSettings } from './importSettings';
import { job } from './job';
import { language } from './language';
import { lqaAssessment } from './lqaAssessment';
import { lqaProfile } from './lqaProfile';
import { machineTranslation } from './machineTranslation';
import { netRateScheme } from './netRateScheme';
import { priceList } from './priceList';
import { project } from './project';
import { projectTemplate } from './projectTemplate';
import { qualityAssurance } from './qualityAssurance';
import { quote } from './quote';
import { referenceFile } from './referenceFile';
import { subdomain } from './subdomain';
import { termBase } from './termBase';
import { translationMemory } from './translationMemory';
import { user } from './user';
import { vendor } from './vendor';
import { webhook } from './webhook';
import { workflowStep } from './workflowStep';

/** What the Phrase TMS node can work with. */
export const resources: Resources = {
	analysis,
	api,
	asyncRequest,
	businessUnit,
	client,
	connector,
	conversation,
	costCenter,
	customField,
	domain,
	file,
	glossary,
	importSettings,
	job,
	language,
	lqaAssessment,
	lqaProfile,
	machineTranslation,
	netRateScheme,
	priceList,
	project,
	projectTemplate,
	qualityAssurance,
	quote,
	referenceFile,
	subdomain,
	termBase,
	translationMemory,
	user,
	vendor,
	webhook,
	workflowStep,
};
