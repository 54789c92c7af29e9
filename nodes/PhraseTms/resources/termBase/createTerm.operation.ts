import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { optionalId, requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { sourceLang } from '../../../shared/tms/fields/targetLangs';
import { termBase } from '../../../shared/tms/fields/termBase';
import { termDetails } from './shared/termDetails';

/** Adds a term. Source: createTerm, POST /api2/v1/termBases/{termBaseUid}/terms. */
export const createTerm = defineOperation(
	{
		name: 'Create Term',
		action: 'Create a term',
		description: 'Add a term in one language, to a concept or with a new one',
		fields: {
			termBaseUid: termBase(),
			text: requiredText({ displayName: 'Text', description: 'The term, one word or several' }),
			lang: sourceLang('Language'),
			additionalFields: collection('Additional Fields', 'Add field', {
				conceptId: optionalId({
					displayName: 'Concept ID',
					description: 'The concept that the term belongs to, a new one when left empty',
				}),
				...termDetails,
			}),
		},
	},
	{
		request: ({ termBaseUid, text, lang, additionalFields }) =>
			POST`/api2/v1/termBases/${termBaseUid}/terms`
				.repeatable('refused')
				.json({ text, lang, ...additionalFields }),
		ends: one({
			add: ({ termBaseUid }, { id, conceptId }) => ({ termBaseUid, termId: id, conceptId }),
		}),
	},
);
