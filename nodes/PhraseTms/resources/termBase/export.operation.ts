import { file } from '../../../../core/endings/file';
import { choice } from '../../../../core/fields/choice';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';

/** Downloads all terms of a term base. Source: exportTermBase, GET /api2/v1/termBases/{termBaseUid}/export. */
export const exportTermBase = defineOperation(
	{
		name: 'Export',
		action: 'Export a term base',
		description: 'Put all terms of a term base as a file in a binary field or as text',
		fields: {
			termBaseUid: termBase(),
			format: choice(
				{ displayName: 'Format', description: 'The form in which Phrase gives the file' },
				[
					{ name: 'TBX', value: 'Tbx' },
					{ name: 'XLSX', value: 'Xlsx' },
				],
				'Tbx',
			),
		},
		hiddenInTools: true,
	},
	{
		request: ({ termBaseUid, format }) =>
			GET`/api2/v1/termBases/${termBaseUid}/export`.query({ format }).accepting(ANY_FILE),
		ends: file({
			fallbackName: ({ termBaseUid, format }) => `${termBaseUid}.${format.toLowerCase()}`,
			json: ({ termBaseUid }) => ({ termBaseUid }),
		}),
	},
);
