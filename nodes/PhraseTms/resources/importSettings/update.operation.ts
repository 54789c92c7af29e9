import { collection } from '../../../../core/fields/collection';
import { requiredText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { importSettings } from '../../../shared/tms/fields/importSettings';
import { checkSettings, settingsFields } from './shared/settingsFields';
import { rewrittenAt } from './shared/rewrittenAt';

/**
 * Changes saved import settings, which Phrase only takes whole.
 * Source: getImportSettingsByUid, GET /api2/v1/importSettings/{uid}; editImportSettings, PUT /api2/v1/importSettings.
 */
export const update = defineOperation(
	{
		name: 'Update',
		action: 'Update import settings',
		description: 'Change saved import settings; what you do not give stays as it is',
		fields: {
			importSettingsUid: importSettings(),
			...settingsFields,
			updateFields: collection('Update Fields', 'Add field', {
				name: requiredText({ displayName: 'Name', description: 'New name of the import settings' }),
			}),
		},
	},
	{
		check: ({ updateFields, ...given }) =>
			updateFields.name === undefined ? checkSettings(given) : undefined,
		request: ({ importSettingsUid }) => GET`/api2/v1/importSettings/${importSettingsUid}`,
		ends: rewrittenAt('/api2/v1/importSettings'),
	},
);
