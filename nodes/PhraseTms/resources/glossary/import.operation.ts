import { one } from '../../../../core/endings/one';
import { fileNameOption, inputBinaryField, renamed } from '../../../../core/fields/binary';
import { contentDisposition } from '../../../../core/http/fileName';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { termImport } from '../../../shared/tms/fields/termFile';

/**
 * Imports terms from a file. Phrase offers it to some accounts only.
 * Source: uploadGlossary, POST /api2/v1/glossaries/{glossaryUid}/upload.
 */
export const importGlossary = defineOperation(
	{
		name: 'Import',
		action: 'Import terms into a glossary',
		description: 'Add the terms of a TBX or XLSX file to a glossary',
		fields: { glossaryUid: glossary(), binaryPropertyName: inputBinaryField() },
		options: { ...fileNameOption, ...termImport },
		hiddenInTools: true,
	},
	{
		request: ({ glossaryUid, binaryPropertyName, options: { fileName, ...query } }) => {
			const file = renamed(binaryPropertyName, fileName);
			return POST`/api2/v1/glossaries/${glossaryUid}/upload`
				.repeatable('refused')
				.query(query)
				.header('Content-Disposition', contentDisposition(file.fileName))
				.bytes(file);
		},
		ends: one({ add: ({ glossaryUid }) => ({ glossaryUid }) }),
	},
);
