import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Custom fields by name. Source: getCustomFieldList, GET /api2/v1/customFields. */
const searchCustomFields = searchOf('searchCustomFields', {
	list: GET`/api2/v1/customFields`,
	by: 'name',
	id: 'uid',
	label: ({ name, type }, id) => `${asText(name) ?? id} (${asText(type) ?? '?'})`,
});

/** The custom field an operation is about. */
export const customField = () =>
	locator({
		displayName: 'Custom Field',
		description: 'The custom field in Phrase TMS',
		search: searchCustomFields,
		idPlaceholder: 'e.g. 6mRt2yKfWq8cZbNs4dHx90',
	});
