import { callbackTarget } from '../../../../core/fields/notify';
import { choice } from '../../../../core/fields/choice';
import { GET, POST } from '../../../../core/http/request';
import { singleUseFile } from '../../../../core/endings/singleUseFile';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';

/**
 * Exports a translation memory, waits for it, and streams it into a binary field. Whether the id of such an export can
 * be used twice is not documented, so it is used once.
 * Source: exportV2, POST /api2/v2/transMemories/{transMemoryUid}/export;
 * downloadSearchResult, GET /api2/v1/transMemories/downloadExport/{asyncRequestId}.
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
			format: choice(
				{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
				[
					{ name: 'TMX', value: 'TMX' },
					{ name: 'XLSX', value: 'XLSX' },
				],
				'TMX',
			),
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
			goOn: 'Run this again to get the file: an export changes nothing in Phrase.',
			collect: ({ format }, id) => GET`/api2/v1/transMemories/downloadExport/${id}`.query({ format }),
			fallbackName: ({ transMemoryUid, format }) => `${transMemoryUid}.${format.toLowerCase()}`,
			json: ({ transMemoryUid }) => ({ transMemoryUid }),
		}),
	},
);
