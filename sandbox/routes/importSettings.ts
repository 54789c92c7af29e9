import { notFound } from '../errors';
import { ok, param, single, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentImportSettingsReference } from '../present';

/** TMS import settings. */
export const importSettingsHandlers: Handlers = {
	listImportSettings: (call, { importSettings }) => {
		const name = (single(call, 'name') ?? '').toLowerCase();
		const found = importSettings.filter((settings) => settings.name.toLowerCase().includes(name));
		return ok(page(call, found, presentImportSettingsReference));
	},

	getImportSettingsByUid: (call, { importSettings }) => {
		const uid = param(call, 'uid');
		const settings = importSettings.find((candidate) => candidate.uid === uid);
		if (!settings) throw notFound('Import settings', uid);
		return ok({
			...presentImportSettingsReference(settings),
			fileImportSettings: settings.fileImportSettings,
		});
	},

	getImportSettingsDefault: (_call, { importSettings }) => ok(importSettings[0]?.fileImportSettings ?? {}),
};
