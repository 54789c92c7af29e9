import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';

/** Lists translation profiles. Source: GET /v1/translationProfiles. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many translation profiles',
		description: 'Retrieve a list of translation profiles',
		fields: {},
	},
	{
		request: () => GET`/v1/translationProfiles`,
		ends: many({
			simple: ['uid', 'name', 'dateCreated'],
			add: (_values, _answer, { uid }) => ({ profileUid: uid }),
		}),
	},
);
