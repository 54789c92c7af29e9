import { locator } from '../../../../core/fields/locator';
import { GET } from '../../../../core/http/request';
import { searchOf } from '../tmsSearch';

/** Saved import settings by name. Source: listImportSettings, GET /api2/v1/importSettings. */
const searchImportSettings = searchOf('searchImportSettings', {
	list: GET`/api2/v1/importSettings`,
	by: 'name',
	id: 'uid',
});

const importSettingsLocator = {
	displayName: 'Import Settings',
	description: 'The saved import settings in Phrase TMS',
	search: searchImportSettings,
	idPlaceholder: 'e.g. 5TqgRzGdXo0jYmwK1b2cN3',
};

/** The saved import settings an operation is about. */
export const importSettings = () => locator(importSettingsLocator);

/** The saved import settings that apply; an empty text for none. */
export const optionalImportSettings = (description: string) =>
	locator({ ...importSettingsLocator, description, optional: true });
