import { locator } from '../../../../core/fields/locator';
import { asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import type { IDataObject } from 'n8n-workflow';
import { searchOf } from '../tmsSearch';

const label = ({ name, langs }: IDataObject, id: string) =>
	`${asText(name) ?? id} (${asTexts(langs).join(', ')})`;

/** Term bases by name. Source: listTermBases, GET /api2/v1/termBases. */
const searchTermBases = searchOf('searchTermBases', {
	list: GET`/api2/v1/termBases`,
	by: 'name',
	id: 'uid',
	label,
});

/** Term bases by name, referred to by their `id`. Source: listTermBases, GET /api2/v1/termBases. */
const searchTermBaseIds = searchOf('searchTermBaseIds', {
	list: GET`/api2/v1/termBases`,
	by: 'name',
	id: 'id',
	label,
});

/** The term base an operation is about. */
export const termBase = () =>
	locator({
		displayName: 'Term Base',
		description: 'The term base in Phrase TMS',
		search: searchTermBases,
		idPlaceholder: 'e.g. 0rLh6vTzXc2hQeYj7zKu04',
	});

/** A term base by its `id`, where Phrase does not take the UID. */
export const termBaseId = () =>
	locator({
		displayName: 'Term Base',
		description: 'The term base in Phrase TMS. By ID means its number, not its UID.',
		search: searchTermBaseIds,
		idPlaceholder: 'e.g. 7023',
	});
