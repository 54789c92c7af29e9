import { callbackTarget } from '../../../../core/fields/notify';
import { POST } from '../../../../core/http/request';
import { singleUseFile } from '../../../../core/endings/singleUseFile';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';
import { exportFormat, ofExport } from './shared/exportFormat';

/**
 * Exports a translation memory, waits for it, and streams it into a binary field.
 * Source: exportV2, POST /api2/v2/transMemories/{transMemoryUid}/export.
 */
export const exportFile = defineOperation(
	{
		name: 'Export',
		action: 'Export a translation memory',
		description: 'Export a translation memory, wait for it, and put it in a binary field or as text',
		fields: {
			transMemoryUid: translationMemory(),
			exportTargetLangs: anyLangs(
				'Target Language',
				'Leave empty for all languages of the translation memory',
			),
			format: exportFormat,
		},
		hiddenInTools: true,
	},
	{
		request: (values, tools) =>
			POST`/api2/v2/transMemories/${values.transMemoryUid}/export`.repeatable('refused').json({
				exportTargetLangs: values.exportTargetLangs,
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'asyncRequest' }),
			}),
		ends: singleUseFile({
			name: 'The export of the translation memory',
			...ofExport,
		}),
	},
);
