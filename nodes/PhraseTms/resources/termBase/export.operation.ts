import { file } from '../../../../core/endings/file';
import { ANY_FILE } from '../../../../core/http/fileAnswer';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { termFormat } from '../../../shared/tms/fields/termFile';

/** Downloads all terms of a term base. Source: exportTermBase, GET /api2/v1/termBases/{termBaseUid}/export. */
export const exportTermBase = defineOperation(
	{
		name: 'Export',
		action: 'Export a term base',
		description: 'Put all terms of a term base as a file in a binary field or as text',
		fields: { termBaseUid: termBase(), format: termFormat },
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
