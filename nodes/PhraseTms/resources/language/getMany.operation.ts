import { many } from '../../../../core/endings/many';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists the languages that Phrase TMS knows. Source: listOfLanguages, GET /api2/v1/languages. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many languages',
		description: 'Retrieve the languages that Phrase supports, with their codes',
		fields: {},
	},
	{
		request: () => GET`/api2/v1/languages`,
		ends: many({ at: 'languages', paged: false }),
	},
);
