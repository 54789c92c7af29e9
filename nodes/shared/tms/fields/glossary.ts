import { locator } from '../../../../core/fields/locator';
import { asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Glossaries by name. Source: listGlossaries, GET /api2/v1/glossaries. */
const searchGlossaries = searchOf('searchGlossaries', {
	list: GET`/api2/v1/glossaries`,
	by: 'name',
	id: 'uid',
	label: ({ name, langs }, id) => `${asText(name) ?? id} (${asTexts(langs).join(', ')})`,
});

/** The glossary an operation is about. */
export const glossary = () =>
	locator({
		displayName: 'Glossary',
		description: 'The glossary in Phrase TMS',
		search: searchGlossaries,
		idPlaceholder: 'e.g. 4tPw1hVnQx8dKbY6sLzJm2',
	});
