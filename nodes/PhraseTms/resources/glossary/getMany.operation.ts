import { many } from '../../../../core/endings/many';
import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { anyLangs } from '../../../shared/tms/fields/targetLangs';
import { SIMPLE_GLOSSARY } from './shared/simpleGlossary';

/** Lists glossaries. Source: listGlossaries, GET /api2/v1/glossaries. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many glossaries',
		description: 'Retrieve a list of glossaries',
		fields: {
			filters: collection('Filters', 'Add filter', {
				lang: anyLangs('Language'),
				name: optionalText({ displayName: 'Name', description: 'Name of the glossary or a part of it' }),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/glossaries`.query(filters),
		ends: many({
			simple: SIMPLE_GLOSSARY,
			add: (_values, _answer, { uid }) => ({ glossaryUid: uid }),
		}),
	},
);
