import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/**
 * Lists the translation profiles of Language AI, whose UIDs the node Phrase Language AI takes.
 * Source: listMemsourceTranslateProfile, GET /api2/v1/memsourceTranslateProfiles.
 */
export const getManyProfiles = defineOperation(
	{
		name: 'Get Many Profiles',
		action: 'Get many translation profiles',
		description: 'Retrieve the translation profiles of Phrase Language AI, with their engines and projects',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the profile or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/memsourceTranslateProfiles`.query(filters),
		ends: many({
			simple: ['uid', 'name', 'dateCreated', 'locked', 'projectsCount', 'projectTemplatesCount'],
			add: (_values, _answer, { uid }) => ({ profileUid: uid }),
		}),
	},
);
