import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Project templates by name. Source: getProjectTemplates, GET /api2/v1/projectTemplates. */
const searchProjectTemplates = searchOf('searchProjectTemplates', {
	list: GET`/api2/v1/projectTemplates`,
	by: 'name',
	id: 'uid',
	label: ({ templateName }, id) => asText(templateName) ?? id,
});

/** The project template an operation is about. */
export const projectTemplate = () =>
	locator({
		displayName: 'Project Template',
		description: 'The project template in Phrase TMS',
		search: searchProjectTemplates,
		idPlaceholder: 'e.g. 4kTzQw2nVxR8sLpY6cJd01',
	});
