import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';
import { businessUnitId } from '../../../shared/tms/fields/businessUnit';
import { clientId } from '../../../shared/tms/fields/client';
import { domainId } from '../../../shared/tms/fields/domain';
import { subdomainId } from '../../../shared/tms/fields/subdomain';
import { langOrAll } from '../../../shared/tms/fields/targetLangs';

/** Lists translation memories. Source: listTransMemories, GET /api2/v1/transMemories. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many translation memories',
		description: 'Retrieve a list of translation memories',
		fields: {
			filters: collection('Filters', 'Add filter', {
				businessUnitId: businessUnitId(),
				clientId: clientId(),
				domainId: domainId(),
				name: optionalText({
					displayName: 'Name',
					description: 'Name of the translation memory or a part of it',
				}),
				sourceLang: langOrAll('Source Language'),
				subDomainId: subdomainId(),
				targetLang: langOrAll('Target Language'),
			}),
		},
	},
	{
		request: ({ filters }) => GET`/api2/v1/transMemories`.query(filters),
		ends: many({
			simple: SIMPLE_TRANSLATION_MEMORY,
			add: (_values, _answer, { uid }) => ({ transMemoryUid: uid }),
		}),
	},
);
