import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Business units by name, referred to by their `id`. Source: listBusinessUnits, GET /api2/v1/businessUnits. */
const searchBusinessUnitIds = searchOf('searchBusinessUnitIds', {
	list: GET`/api2/v1/businessUnits`,
	by: 'name',
	id: 'id',
});

/** A business unit by its `id`, where Phrase does not take the UID; it may be left empty. */
export const businessUnitId = () =>
	locator({
		optional: true,
		displayName: 'Business Unit',
		description: 'The business unit in Phrase TMS. By ID means its number, not its UID.',
		search: searchBusinessUnitIds,
		idPlaceholder: 'e.g. 27',
	});

/** Business units by name. Source: listBusinessUnits, GET /api2/v1/businessUnits. */
const searchBusinessUnits = searchOf('searchBusinessUnits', {
	list: GET`/api2/v1/businessUnits`,
	by: 'name',
	id: 'uid',
});

/** The business unit an operation is about. */
export const businessUnit = () =>
	locator({
		displayName: 'Business Unit',
		description: 'The business unit in Phrase TMS',
		search: searchBusinessUnits,
		idPlaceholder: 'e.g. 6pLd3sYwXe8uBgTq1kCr52',
	});
