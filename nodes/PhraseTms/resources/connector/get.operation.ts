import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { connector } from '../../../shared/tms/fields/connector';
import { SIMPLE_CONNECTOR } from './shared/simpleConnector';

/** Reads one connector. Source: getConnector, GET /api2/v1/connectors/{connectorId}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a connector',
		description: 'Retrieve a connector',
		fields: { connectorId: connector() },
	},
	{
		request: ({ connectorId }) => GET`/api2/v1/connectors/${connectorId}`,
		ends: one({ simple: SIMPLE_CONNECTOR, add: ({ connectorId }) => ({ connectorId }) }),
	},
);
