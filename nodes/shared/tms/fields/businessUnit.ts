import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Business units by name, referred to by their `id`. Source: listBusinessUnits, GET /api2/v1/businessUnits. */
const searchBusinessUnitIds = searchOf('searchBusinessUnitIds', {
	list: GET`/api2/v1/businessUnits`,
	by: 'name',
	id: 'id',
});

/** The business unit of the projects to list, by its `id`: Phrase does not take the UID there. Empty for all. */
export const businessUnitIdFilter = () =>
	locator({
		optional: true,
		displayName: 'Business Unit',
		description: 'The business unit that the projects belong to. By ID means its number, not its UID.',
		search: searchBusinessUnitIds,
		idPlaceholder: 'e.g. 27',
	});
