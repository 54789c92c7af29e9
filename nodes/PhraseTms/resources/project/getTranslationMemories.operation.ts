import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { asRecord } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { targetLangOrAll } from '../../../shared/tms/fields/targetLangs';
import { project } from '../../../shared/tms/fields/project';

/**
 * Lists the translation memories of a project.
 * Source: getProjectTransMemoriesV3, GET /api2/v3/projects/{projectUid}/transMemories.
 */
export const getTranslationMemories = defineOperation(
	{
		name: 'Get Translation Memories',
		action: 'Get translation memories of a project',
		description:
			'Retrieve the translation memories that a project reads and writes, by language and workflow step',
		fields: {
			projectUid: project(),
			filters: collection('Filters', 'Add filter', {
				targetLang: targetLangOrAll(),
			}),
		},
	},
	{
		request: ({ projectUid, filters }) => GET`/api2/v3/projects/${projectUid}/transMemories`.query(filters),
		ends: many({
			at: 'transMemories',
			paged: false,
			add: ({ projectUid }, _answer, { transMemory }) => ({
				projectUid,
				transMemoryUid: asRecord(transMemory).uid,
			}),
		}),
	},
);
