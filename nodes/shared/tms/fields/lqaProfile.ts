import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** LQA profiles by name. Source: getLqaProfiles, GET /api2/v1/lqa/profiles. */
const searchLqaProfiles = searchOf('searchLqaProfiles', {
	list: GET`/api2/v1/lqa/profiles`,
	by: 'name',
	id: 'uid',
});

/** The LQA profile an operation is about. */
export const lqaProfile = () =>
	locator({
		displayName: 'LQA Profile',
		description: 'The LQA profile in Phrase TMS',
		search: searchLqaProfiles,
		idPlaceholder: 'e.g. 3kTn6pVcYb9hQdWe2mXs17',
	});
