import { choices, toggle } from '../../../../../core/fields/choice';
import { optionalText } from '../../../../../core/fields/text';

/** What can have a custom field. Source: schema CreateCustomFieldDto. */
export const allowedEntities = choices(
	{ displayName: 'For', description: 'What can have the custom field' },
	[
		{ name: 'Jobs', value: 'JOB' },
		{ name: 'Projects', value: 'PROJECT' },
	],
	{ min: 1, initially: ['PROJECT'] },
);

/** What else can be said of a custom field. Source: schema CreateCustomFieldDto. */
export const details = {
	description: optionalText({ displayName: 'Description', description: 'What the custom field is for' }, 500),
	required: toggle({ displayName: 'Required', description: 'Whether people have to fill it in' }),
};

/** What the simplified version of a custom field keeps. */
export const SIMPLE_CUSTOM_FIELD = [
	'uid',
	'name',
	'type',
	'allowedEntities',
	'options',
	'required',
	'description',
] as const;
