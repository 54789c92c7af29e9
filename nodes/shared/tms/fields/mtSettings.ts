import { locator } from '../../../../core/fields/locator';
import { asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Machine translation settings by name, referred to by their `id`. Source: getList, GET /api2/v1/machineTranslateSettings. */
const searchMtSettingsIds = searchOf('searchMtSettingsIds', {
	list: GET`/api2/v1/machineTranslateSettings`,
	by: 'name',
	id: 'id',
	label: ({ name, type }, id) => `${asText(name) ?? id} (${asText(type) ?? '?'})`,
});

/** Machine translation settings by name. Source: getList, GET /api2/v1/machineTranslateSettings. */
const searchMtSettings = searchOf('searchMtSettings', {
	list: GET`/api2/v1/machineTranslateSettings`,
	by: 'name',
	id: 'uid',
	label: ({ name, type }, id) => `${asText(name) ?? id} (${asText(type) ?? '?'})`,
});

/** Machine translation settings by their `id`, where Phrase does not take the UID. */
export const mtSettingsId = () =>
	locator({
		displayName: 'MT Settings',
		description: 'The machine translation settings in Phrase TMS. By ID means their number, not their UID.',
		search: searchMtSettingsIds,
		idPlaceholder: 'e.g. 911',
	});

/** The machine translation settings an operation is about. */
export const mtSettings = () =>
	locator({
		displayName: 'MT Settings',
		description: 'The machine translation settings in Phrase TMS',
		search: searchMtSettings,
		idPlaceholder: 'e.g. 8tNj4xVbYd3kReZm1cLv15',
	});
