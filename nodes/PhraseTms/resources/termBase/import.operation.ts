import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import { fileNameOption, inputBinaryField, renamed } from '../../../../core/fields/binary';
import { contentDisposition } from '../../../../core/http/fileName';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { termImport } from '../../../shared/tms/fields/termFile';

/**
 * Imports terms from a file. Phrase takes no URL to call back for it.
 * Source: importTermBaseV2, POST /api2/v2/termBases/{termBaseUid}/upload.
 */
export const importTermBase = defineOperation(
	{
		name: 'Import',
		action: 'Import terms into a term base',
		description: 'Add the terms of a TBX or XLSX file to a term base',
		fields: { termBaseUid: termBase(), binaryPropertyName: inputBinaryField() },
		options: { ...fileNameOption, ...termImport },
		hiddenInTools: true,
	},
	{
		request: ({ termBaseUid, binaryPropertyName, options }) => {
			const { fileName, strictLangMatching, updateTerms } = options;
			const file = renamed(binaryPropertyName, fileName);
			return POST`/api2/v2/termBases/${termBaseUid}/upload`
				.repeatable('refused')
				.query({ strictLangMatching, updateTerms })
				.header('Content-Disposition', contentDisposition(file.fileName))
				.bytes(file);
		},
		ends: awaitedAsyncRequest({
			name: 'The import of terms',
			silent: true,
			waitName: 'Wait for Completion',
			waitDescription: 'Whether to wait until Phrase has imported the terms',
			add: ({ termBaseUid }) => ({ termBaseUid }),
		}),
	},
);
