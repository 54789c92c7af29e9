import { notFound } from '../errors';
import { ok, type Handlers } from '../http/call';

/** Tag Import Settings: those that count when none are chosen, which are the first ones. */
export const importSettings: Handlers = {
	getImportSettingsDefault: (_call, { plain }) => {
		const [first] = plain.all('/api2/importSettings');
		if (!first) throw notFound('Import settings', 'default');
		const { uid, name, createdBy, dateCreated, fileImportSettings } = first;
		return ok({ uid, name, createdBy, dateCreated, fileImportSettings });
	},
};
