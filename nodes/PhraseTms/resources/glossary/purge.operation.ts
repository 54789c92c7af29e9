import { none } from '../../../../core/endings/none';
import { fromInput } from '../../../../core/fields/fromInput';
import { requiredId } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/**
 * Removes a glossary for good that has been deleted. Phrase offers it to some accounts only.
 * Source: purgeGlossary, POST /api2/v1/glossaries/{glossaryUid}/purge.
 */
export const purge = defineOperation(
	{
		name: 'Purge',
		action: 'Purge a glossary',
		description: 'Remove a glossary from the recycle bin, for good',
		// Lists of glossaries have none that are in the recycle bin.
		fields: fromInput({
			glossaryUid: requiredId({
				displayName: 'Glossary UID',
				placeholder: 'e.g. 4tPw1hVnQx8dKbY6sLzJm2',
				description: 'UID of the deleted glossary, as Delete gives it',
			}),
		}),
	},
	{
		request: ({ glossaryUid }) => POST`/api2/v1/glossaries/${glossaryUid}/purge`.repeatable('refused'),
		ends: none(({ glossaryUid }) => ({ glossaryUid, purged: true })),
	},
);
