import { GET } from '../../../../core/http/request';
import { one } from '../../../../core/endings/one';
import { defineOperation } from '../../../../core/operation/operation';
import { importSettings } from '../../../shared/tms/fields/importSettings';

/** Reads saved import settings. Source: getImportSettingsByUid, GET /api2/v1/importSettings/{uid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get import settings',
		description: 'Retrieve saved import settings with the settings of each file type',
		fields: { importSettingsUid: importSettings() },
	},
	{
		request: ({ importSettingsUid }) => GET`/api2/v1/importSettings/${importSettingsUid}`,
		ends: one({ add: ({ importSettingsUid }) => ({ importSettingsUid }) }),
	},
);
