import { one } from '../../../../core/endings/one';
import { requiredChoice } from '../../../../core/fields/choice';
import { PUT } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { glossary } from '../../../shared/tms/fields/glossary';
import { SIMPLE_GLOSSARY } from './shared/simpleGlossary';

/** Activates or deactivates a glossary. Source: activateGlossary, PUT /api2/v1/glossaries/{glossaryUid}/activate. */
export const setStatus = defineOperation(
	{
		name: 'Set Status',
		action: 'Set the status of a glossary',
		description: 'Activate a glossary, so that machine translation uses its terms, or deactivate it',
		fields: {
			glossaryUid: glossary(),
			status: requiredChoice(
				{ displayName: 'Status', description: 'The new status' },
				[
					{ name: 'Active', value: 'ACTIVE' },
					{ name: 'Inactive', value: 'INACTIVE' },
				],
				'ACTIVE',
			),
		},
	},
	{
		request: ({ glossaryUid, status }) =>
			PUT`/api2/v1/glossaries/${glossaryUid}/activate`
				.repeatable('always')
				.json({ active: status === 'ACTIVE' }),
		ends: one({ simple: SIMPLE_GLOSSARY, add: ({ glossaryUid }) => ({ glossaryUid }) }),
	},
);
