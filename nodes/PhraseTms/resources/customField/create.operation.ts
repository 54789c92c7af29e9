import { one } from '../../../../core/endings/one';
import { choice } from '../../../../core/fields/choice';
import { collection } from '../../../../core/fields/collection';
import { shownWhen } from '../../../../core/fields/field';
import { textList } from '../../../../core/fields/list';
import { requiredText } from '../../../../core/fields/text';
import { POST } from '../../../../core/http/request';
import { defineOperation } from '../../../../core/operation/operation';
import { allowedEntities, details, SIMPLE_CUSTOM_FIELD } from './shared/definition';

/** Creates a custom field. Source: createCustomField, POST /api2/v1/customFields. */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a custom field',
		description: 'Create a custom field that projects or jobs can have',
		fields: {
			name: requiredText({ displayName: 'Name', description: 'Name of the custom field' }, 255),
			type: choice(
				{ displayName: 'Type', description: 'What the custom field holds' },
				[
					{ name: 'Date', value: 'DATE' },
					{ name: 'Multi Select', value: 'MULTI_SELECT' },
					{ name: 'Number', value: 'NUMBER' },
					{ name: 'Single Select', value: 'SINGLE_SELECT' },
					{ name: 'Text', value: 'STRING' },
					{ name: 'URL', value: 'URL' },
				],
				'STRING',
			),
			choices: shownWhen(
				{ type: ['SINGLE_SELECT', 'MULTI_SELECT'] },
				textList(
					{ displayName: 'Choices', description: 'What can be chosen, with commas between them' },
					{ min: 1 },
				),
			),
			allowedEntities,
			additionalFields: collection('Additional Fields', 'Add field', details),
		},
	},
	{
		request: ({ name, type, choices: offered, allowedEntities: entities, additionalFields }) =>
			POST`/api2/v1/customFields`
				.repeatable('refused')
				.json({ name, type, options: offered, allowedEntities: entities, ...additionalFields }),
		ends: one({
			simple: SIMPLE_CUSTOM_FIELD,
			add: (_values, { uid }) => ({ customFieldUid: uid }),
		}),
	},
);
