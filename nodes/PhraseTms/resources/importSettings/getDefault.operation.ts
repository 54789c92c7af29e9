import { one } from '../../../../core/endings/one';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Reads the settings of the organization. Source: getImportSettingsDefault, GET /api2/v1/importSettings/default. */
export const getDefault = defineOperation(
	{
		name: 'Get Default',
		action: 'Get the default import settings',
		description: 'Retrieve the import settings that count where none are chosen',
		fields: {},
	},
	{
		request: () => GET`/api2/v1/importSettings/default`,
		ends: one({ add: (_values, { uid }) => ({ importSettingsUid: uid }) }),
	},
);
