import { one } from '../../../../core/endings/one';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { checkSettings, settingsFields, toFileImportSettings } from './shared/settingsFields';

/** Saves import settings. Source: createImportSettings, POST /api2/v1/importSettings. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create import settings',
		description: 'Save settings by which Phrase reads files, to choose them for jobs',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the import settings' }),
			...settingsFields,
		},
	},
	{
		check: checkSettings,
		request: ({ name, ...given }) =>
			POST`/api2/v1/importSettings`
				.repeatable('refused')
				.json({ name, fileImportSettings: toFileImportSettings(given) }),
		ends: one({ add: (_values, { uid }) => ({ importSettingsUid: uid }) }),
	},
);
