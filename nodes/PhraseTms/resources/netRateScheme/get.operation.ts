import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { netRateScheme } from '../../../shared/tms/fields/netRateScheme';

/** Reads a net rate scheme. Source: getDiscountScheme, GET /api2/v1/netRateSchemes/{netRateSchemeUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a net rate scheme',
		description: 'Retrieve a net rate scheme',
		fields: { netRateSchemeUid: netRateScheme() },
	},
	{
		request: ({ netRateSchemeUid }) => GET`/api2/v1/netRateSchemes/${netRateSchemeUid}`,
		ends: one({ add: ({ netRateSchemeUid }) => ({ netRateSchemeUid }) }),
	},
);
