import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/**
 * Lists the projects that have a translation memory.
 * Source: getRelatedProjects, GET /api2/v1/transMemories/{transMemoryUid}/relatedProjects.
 */
export const getProjects = defineOperation(
	{
		name: 'Get Projects',
		action: 'Get projects of a translation memory',
		description: 'Retrieve the projects that use a translation memory',
		fields: {
			transMemoryUid: translationMemory(),
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the project or a part of it' }),
			}),
		},
	},
	{
		request: ({ transMemoryUid, filters }) =>
			GET`/api2/v1/transMemories/${transMemoryUid}/relatedProjects`.query(filters),
		ends: many({
			simple: ['uid', 'name', 'status', 'sourceLang', 'targetLangs', 'dateDue', 'client'],
			add: ({ transMemoryUid }, _answer, { uid }) => ({ transMemoryUid, projectUid: uid }),
		}),
	},
);
