import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_CONNECTOR } from './shared/simpleConnector';

/** Lists the connectors. Source: getConnectorList, GET /api2/v1/connectors; the list is not paged. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many connectors',
		description: 'Retrieve a list of connectors',
		fields: {
			filters: collection('Filters', 'Add filter', {
				type: optionalText({
					displayName: 'Type',
					placeholder: 'e.g. GIT',
					description: 'Type of the connectors to return',
				}),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/connectors`.query(filters),
		ends: many({
			at: 'connectors',
			paged: false,
			simple: SIMPLE_CONNECTOR,
			add: (_values, _answer, { id }) => ({ connectorId: id }),
		}),
	},
);
