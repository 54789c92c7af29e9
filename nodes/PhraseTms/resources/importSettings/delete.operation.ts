import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { importSettings } from '../../../shared/tms/fields/importSettings';

/** Deletes saved import settings. Source: deleteImportSettings, DELETE /api2/v1/importSettings/{uid}. */
export const deleteImportSettings = defineOperation(
	{
		name: 'Delete',
		action: 'Delete import settings',
		description: 'Delete saved import settings',
		fields: { importSettingsUid: importSettings() },
	},
	{
		request: ({ importSettingsUid }) => DELETE`/api2/v1/importSettings/${importSettingsUid}`,
		ends: none(({ importSettingsUid }) => ({ importSettingsUid, deleted: true })),
	},
);
