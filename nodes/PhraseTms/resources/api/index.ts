import { apiResource } from '../../../shared/api/apiResource';
import { connector } from '../../../shared/tms/fields/connector';
import { job } from '../../../shared/tms/fields/job';
import { project } from '../../../shared/tms/fields/project';
import { projectTemplate } from '../../../shared/tms/fields/projectTemplate';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { webhook } from '../../../shared/tms/fields/webhook';
import { asyncRequests, tmsWork } from './tmsWork';

/** Every endpoint of Phrase TMS. */
export const api = apiResource(
	{
		product: 'tms',
		name: 'Phrase TMS',
		pathFields: {
			projectUid: project(),
			jobUid: job(),
			projectTemplateUid: projectTemplate(),
			transMemoryUid: translationMemory(),
			connectorId: connector(),
			webHookUid: webhook(),
		},
		work: tmsWork,
	},
	asyncRequests({ name: 'The work' }),
);
