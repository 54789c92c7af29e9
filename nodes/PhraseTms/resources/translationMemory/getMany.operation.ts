import { collection } from '../../../../core/fields/collection';
import { optionalText } from '../../../../core/fields/text';
import { GET } from '../../../../core/http/request';
import { many } from '../../../../core/endings/many';
import { defineOperation } from '../../../../core/operation/operation';
import { SIMPLE_TRANSLATION_MEMORY } from './shared/simpleTranslationMemory';
import { optionalLanguage } from '../../../shared/tms/fields/language';

/** Lists translation memories. Source: listTransMemories, GET /api2/v1/transMemories. */
export const getMany = defineOperation(
	{
		name: 'Get Many',
		action: 'Get many translation memories',
		description: 'Retrieve a list of translation memories',
		fields: {
			filters: collection('Filters', 'Add filter', {
				businessUnitId: optionalText({
					displayName: 'Business Unit ID',
					description: 'ID of the business unit the translation memory belongs to',
				}),
				clientId: optionalText({
					displayName: 'Client ID',
					description: 'ID of the client the translation memory belongs to',
				}),
				domainId: optionalText({
					displayName: 'Domain ID',
					description: 'ID of the domain the translation memory belongs to',
				}),
				name: optionalText({
					displayName: 'Name',
					description: 'Name of the translation memory or a part of it',
				}),
				sourceLang: optionalLanguage({
					displayName: 'Source Language',
					placeholder: 'e.g. en',
					description: 'Code of the source language',
				}),
				subDomainId: optionalText({
					displayName: 'Subdomain ID',
					description: 'ID of the subdomain the translation memory belongs to',
				}),
				targetLang: optionalLanguage({
					displayName: 'Target Language',
					placeholder: 'e.g. cs_cz',
					description: 'Code of a target language',
				}),
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
