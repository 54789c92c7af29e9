import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fileNameOption, inputBinaryField, renamed } from '../../../../core/fields/binary';
import { toggle } from '../../../../core/fields/choice';
import { contentDisposition } from '../../../../core/http/fileName';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { translationMemory } from '../../../shared/tms/fields/translationMemory';

/**
 * Imports segments from a file. Phrase takes no URL to call back for it.
 * Source: importTransMemoryV2, POST /api2/v2/transMemories/{transMemoryUid}/import.
 */
export const importFile = defineOperation(
	{
		name: 'Import',
		action: 'Import into a translation memory',
		description: 'Add the segments of a TMX or XLSX file to a translation memory',
		fields: { transMemoryUid: translationMemory(), binaryPropertyName: inputBinaryField() },
		options: {
			...fileNameOption,
			excludeNotConfirmedSegments: toggle({
				displayName: 'Confirmed Segments Only',
				description: 'Whether to leave out segments that nobody has confirmed',
			}),
			strictLangMatching: toggle({
				displayName: 'Strict Languages',
				description: 'Whether en and en_us count as different languages',
			}),
		},
		hiddenInTools: true,
	},
	{
		request: ({ transMemoryUid, binaryPropertyName, options }) => {
			const { fileName, ...query } = options;
			const file = renamed(binaryPropertyName, fileName);
			return POST`/api2/v2/transMemories/${transMemoryUid}/import`
				.repeatable('refused')
				.query(query)
				.header('Content-Disposition', contentDisposition(file.fileName))
				.bytes(file);
		},
		ends: awaitedAsyncRequest({
			name: 'The import into the translation memory',
			silent: true,
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has imported the segments',
			add: ({ transMemoryUid }) => ({ transMemoryUid }),
		}),
	},
);
