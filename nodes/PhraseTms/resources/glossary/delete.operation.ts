import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { purge } from '../../../shared/tms/fields/purge';

/** Deletes a glossary. Source: deleteGlossary, DELETE /api2/v1/glossaries/{glossaryUid}. */
export const deleteGlossary = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a glossary',
		description: 'Move a glossary with its terms to the recycle bin',
		fields: { glossaryUid: glossary() },
		options: { purge },
	},
	{
		request: ({ glossaryUid, options }) => DELETE`/api2/v1/glossaries/${glossaryUid}`.query(options),
		ends: none(({ glossaryUid }) => ({ glossaryUid, deleted: true })),
	},
);
