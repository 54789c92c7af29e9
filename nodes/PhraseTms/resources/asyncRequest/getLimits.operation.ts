import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';

/**
 * Reads how many asynchronous requests may run at the same time, and how many do.
 * Source: getCurrentLimitStatus, GET /api2/v1/async/status.
 */
export const getLimits = defineOperation(
	{
		name: 'Get Limits',
		action: 'Get limits of asynchronous requests',
		description: 'Retrieve how many asynchronous requests may run at once and how many do',
		fields: {},
	},
	{ request: () => GET`/api2/v1/async/status`, ends: one() },
);
