import { ok, param, single, type Handlers } from '../http/call';
import { contains } from '../http/filters';
import { page } from '../http/paging';
import { presentImportSettings, presentImportSettingsReference } from '../model/importSettings';

/** Tag Import Settings. */
export const importSettings: Handlers = {
	listImportSettings: (call, world) => {
		const found = world.importSettings.all.filter(({ name }) => contains(name, single(call, 'name')));
		return ok(page(call, found, presentImportSettingsReference));
	},

	getImportSettingsByUid: (call, world) =>
		ok(presentImportSettings(world.importSettings.get(param(call, 'uid')))),

	getImportSettingsDefault: (_call, world) => ok(presentImportSettings(world.importSettings.default())),
};
