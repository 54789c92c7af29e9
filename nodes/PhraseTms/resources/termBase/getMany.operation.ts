import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { clientId } from '../../../shared/tms/fields/client';
import { domainId } from '../../../shared/tms/fields/domain';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_TERM_BASE } from './shared/simpleTermBase';

/** Lists term bases. Source: listTermBases, GET /api2/v1/termBases. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many term bases',
		description: 'Retrieve a list of term bases',
		fields: {
			filters: collection('Filters', 'Add filter', {
				clientId: clientId(),
				domainId: domainId(),
				lang: anyLangs('Language'),
				name: optionalText({ displayName: 'Name', description: 'Name of the term base or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/termBases`.query(filters),
		ends: many({
			simple: SIMPLE_TERM_BASE,
			add: (_values, _answer, { uid }) => ({ termBaseUid: uid }),
		}),
	},
);
