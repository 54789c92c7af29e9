import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists uploaded files. Source: getFiles, GET /api2/v1/files. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many files',
		description: 'Retrieve a list of uploaded files',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the file or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/files`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ fileUid: uid }) }),
	},
);
