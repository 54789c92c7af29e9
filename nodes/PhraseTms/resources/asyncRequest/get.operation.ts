import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { isFinished, SIMPLE_ASYNC_REQUEST } from '../../../../core/phrase/asyncRequest';
import { asyncRequestId } from '../../../shared/tms/fields/asyncRequestId';

/**
 * Reads an asynchronous request; `asyncResponse` is null while it runs.
 * Source: getAsyncRequest, GET /api2/v1/async/{asyncRequestId}.
 */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get an asynchronous request',
		description: 'Retrieve the state of an asynchronous request',
		fields: { asyncRequestId: asyncRequestId() },
	},
	{
		request: ({ asyncRequestId: id }) => GET`/api2/v1/async/${id}`,
		ends: one({
			simple: SIMPLE_ASYNC_REQUEST,
			add: ({ asyncRequestId: id }, asyncRequest) => ({
				asyncRequestId: id,
				ended: isFinished(asyncRequest),
			}),
		}),
	},
);
