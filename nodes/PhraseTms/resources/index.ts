import type { Resources } from '../../../core/operation/operation';
import { analysis } from './analysis';
import { api } from './api';
import { asyncRequest } from './asyncRequest';
import { connector } from './connector';
import { importSettings } from './importSettings';
import { job } from './job';
import { project } from './project';
import { projectTemplate } from './projectTemplate';
import { translationMemory } from './translationMemory';
import { webhook } from './webhook';

/** What the Phrase TMS node can work with. */
export const resources: Resources = {
	analysis,
	api,
	asyncRequest,
	connector,
	importSettings,
	job,
	project,
	projectTemplate,
	translationMemory,
	webhook,
};
