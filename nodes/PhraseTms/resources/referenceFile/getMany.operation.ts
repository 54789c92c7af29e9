import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { dateTime } from '../../../../core/fields/dateTime';
import { fromInput } from '../../../../core/fields/fromInput';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { project } from '../../../shared/tms/fields/project';

/** Lists reference files. Source: listReferenceFiles, GET /api2/v1/projects/{projectUid}/references. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many reference files',
		description: 'Retrieve a list of the reference files and notes of a project, the latest first',
		fields: {
			...fromInput({ projectUid: project() }),
			filters: collection('Filters', 'Add filter', {
				dateCreatedSince: dateTime({
					displayName: 'Added After',
					description: 'When they were added at the earliest',
				}),
				filename: optionalText({ displayName: 'File Name', description: 'Name of the file or a part of it' }),
			}),
		},
	},
	{
		request: ({ projectUid, filters }) => GET`/api2/v1/projects/${projectUid}/references`.query(filters),
		ends: many({
			add: ({ projectUid }, _answer, { id }) => ({ projectUid, referenceFileId: id }),
		}),
	},
);
