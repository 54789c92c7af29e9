import { none } from '../../../../core/endings/none';
import { DELETE } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { quoteUid } from './shared/quoteUid';

/** Deletes a quote. Source: deleteQuote, DELETE /api2/v1/quotes/{quoteUid}. */
export const deleteQuote = defineOperation(
	{
		name: 'Delete',
		action: 'Delete a quote',
		description: 'Delete a quote',
		fields: { quoteUid: quoteUid() },
	},
	{
		request: ({ quoteUid: uid }) => DELETE`/api2/v1/quotes/${uid}`,
		ends: none(({ quoteUid: uid }) => ({ quoteUid: uid, deleted: true })),
	},
);
