import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists workflow steps. Source: listWFSteps, GET /api2/v1/workflowSteps. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many workflow steps',
		description: 'Retrieve a list of workflow steps',
		fields: {
			filters: collection('Filters', 'Add filter', {
				name: optionalText({ displayName: 'Name', description: 'Name of the workflow step or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/workflowSteps`.query(filters),
		ends: many({ add: (_values, _answer, { uid }) => ({ workflowStepUid: uid }) }),
	},
);
