import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Cost centers by name. Source: listCostCenters, GET /api2/v1/costCenters. */
const searchCostCenters = searchOf('searchCostCenters', {
	list: GET`/api2/v1/costCenters`,
	by: 'name',
	id: 'uid',
});

/** The cost center an operation is about. */
export const costCenter = () =>
	locator({
		displayName: 'Cost Center',
		description: 'The cost center in Phrase TMS',
		search: searchCostCenters,
		idPlaceholder: 'e.g. 1jTx5gPmVz8rDkLs0wNb74',
	});
