import { GET } from '../../../../core/http/request';
import { finishedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fromInput } from '../../../../core/fields/fromInput';
import { defineOperation } from '../../../../core/operation/operation';
import { asyncRequestId } from '../../../shared/tms/fields/asyncRequestId';

/**
 * Waits until an asynchronous request has ended, and fails when it ended with an error code.
 * Source: getAsyncRequest, GET /api2/v1/async/{asyncRequestId}.
 */
export const wait = defineOperation(
	{
		name: 'Wait',
		action: 'Wait for an asynchronous request',
		description: 'Wait until an asynchronous request has ended',
		fields: fromInput({ asyncRequestId: asyncRequestId() }),
		hiddenInTools: true,
	},
	{
		request: ({ asyncRequestId: id }) => GET`/api2/v1/async/${id}`,
		ends: finishedAsyncRequest(),
	},
);
