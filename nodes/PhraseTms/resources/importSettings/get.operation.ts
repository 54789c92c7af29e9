import { requiredId } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';

/** Reads saved import settings. Source: getImportSettingsByUid, GET /api2/v1/importSettings/{uid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get import settings',
		description: 'Retrieve saved import settings with the settings of each file type',
		fields: {
			importSettingsUid: requiredId({
				displayName: 'Import Settings UID',
				placeholder: 'e.g. 5TqgRzGdXo0jYmwK1b2cN3',
				description: 'UID of the saved import settings, as Get Many returned it',
			}),
		},
	},
	{ request: ({ importSettingsUid }) => GET`/api2/v1/importSettings/${importSettingsUid}`, ends: one() },
);
