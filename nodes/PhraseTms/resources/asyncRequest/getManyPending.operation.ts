import { toggle } from '../../../../core/fields/choice';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';

/**
 * Lists the asynchronous requests that were started through the API and still run.
 * Source: listPendingRequests, GET /api2/v1/async.
 */
export const getManyPending = defineOperation(
	{
		name: 'Get Many Pending',
		action: 'Get many pending asynchronous requests',
		description: 'Retrieve a list of asynchronous requests that have not ended yet',
		fields: {},
		options: {
			all: toggle({
				displayName: 'Whole Organization',
				description: 'Whether to include the requests of other users, which only administrators may',
			}),
		},
	},
	{
		request: ({ options }) => GET`/api2/v1/async`.query({ all: options.all }),
		ends: many({
			simple: ['id', 'action', 'dateCreated', 'project', 'parent', 'createdBy'],
			add: (_values, _answer, { id }) => ({ asyncRequestId: id }),
		}),
	},
);
