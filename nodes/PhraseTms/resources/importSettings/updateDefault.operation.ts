import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { checkSettings, settingsFields } from './shared/settingsFields';
import { rewrittenAt } from './shared/rewrittenAt';

/**
 * Changes the settings by which the organization reads files, which Phrase only takes whole.
 * Source: getImportSettingsDefault, GET /api2/v1/importSettings/default; editDefaultImportSettings, PUT
 * /api2/v1/importSettings/default.
 */
export const updateDefault = defineOperation(
	{
		name: 'Update Default',
		action: 'Update the default import settings',
		description: 'Change the import settings of the organization; what you do not give stays as it is',
		fields: settingsFields,
	},
	{
		check: checkSettings,
		request: () => GET`/api2/v1/importSettings/default`,
		ends: rewrittenAt('/api2/v1/importSettings/default'),
	},
);
