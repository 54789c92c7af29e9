import { one } from '../../../../core/endings/one';
import { fromInput } from '../../../../core/fields/fromInput';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_QUOTE } from '../../../shared/tms/simpleQuote';
import { quoteUid } from './shared/quoteUid';

/** Reads a quote. Source: get_3, GET /api2/v1/quotes/{quoteUid}. */
export const get = defineOperation(
	{
		name: 'Get',
		action: 'Get a quote',
		description: 'Retrieve a quote with its price',
		fields: fromInput({ quoteUid: quoteUid() }),
	},
	{
		request: ({ quoteUid: uid }) => GET`/api2/v1/quotes/${uid}`,
		ends: one({ simple: SIMPLE_QUOTE, add: ({ quoteUid: uid }) => ({ quoteUid: uid }) }),
	},
);
