import { rewritten } from '../../../../../core/endings/rewritten';
import type { Values } from '../../../../../core/fields/field';
import { asRecord } from '../../../../../core/http/read';
import { requestAt } from '../../../../../core/http/request';
import type { Ending } from '../../../../../core/operation/operation';
import { changedSettings, toFileImportSettings, type settingsFields } from './settingsFields';

type Changes = Values<typeof settingsFields> & { updateFields?: { name?: string } };

/**
 * The request reads import settings, which are written back with what the user gives.
 * @param template where they are written
 * Source: schema ImportSettingsEditDto.
 */
export function rewrittenAt<V extends Changes>(template: string): Ending<V> {
	return rewritten<V>(
		({ updateFields, ...given }, { uid, name, fileImportSettings }) =>
			// Texts that are empty stay so: what is left out may become something else.
			requestAt({ method: 'PUT', template, repeat: 'always' }, {}).exactJson({
				uid,
				name: updateFields?.name ?? name,
				fileImportSettings: changedSettings(asRecord(fileImportSettings), toFileImportSettings(given)),
			}),
		{ add: (_values, { uid }) => ({ importSettingsUid: uid }) },
	);
}
