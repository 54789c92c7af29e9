import { one } from '../../../../core/endings/one';
import { collection } from '../../../../core/fields/collection';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { termBase } from '../../../shared/tms/fields/termBase';
import { conceptDetails, toConcept } from './shared/concept';

/** Adds a concept without terms. Source: createConcept, POST /api2/v1/termBases/{termBaseUid}/concepts. */
export const createConcept = defineOperation(
	{
		name: 'Create Concept',
		action: 'Create a concept',
		description: 'Add a concept to a term base, to which terms can be added then',
		fields: {
			termBaseUid: termBase(),
			additionalFields: collection('Additional Fields', 'Add field', conceptDetails),
		},
	},
	{
		request: ({ termBaseUid, additionalFields }) =>
			POST`/api2/v1/termBases/${termBaseUid}/concepts`
				.repeatable('refused')
				.json(toConcept(additionalFields)),
		ends: one({ add: ({ termBaseUid }, { id }) => ({ termBaseUid, conceptId: id }) }),
	},
);
