import { file } from '../../../../core/endings/file';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { termFormat } from '../../../shared/tms/fields/termFile';

/**
 * Downloads all terms of a glossary. Phrase offers it to some accounts only.
 * Source: exportGlossary, GET /api2/v1/glossaries/{glossaryUid}/export.
 */
export const exportGlossary = defineOperation(
	{
		name: 'Export',
		action: 'Export a glossary',
		description: 'Put all terms of a glossary as a file in a binary field or as text',
		fields: { glossaryUid: glossary(), format: termFormat },
		hiddenInTools: true,
	},
	{
		request: ({ glossaryUid, format }) =>
			GET`/api2/v1/glossaries/${glossaryUid}/export`.query({ format }).accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ glossaryUid, format }) => `${glossaryUid}.${format.toLowerCase()}`,
			json: ({ glossaryUid }) => ({ glossaryUid }),
		}),
	},
);
