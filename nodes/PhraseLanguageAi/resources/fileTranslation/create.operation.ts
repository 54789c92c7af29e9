import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { choices } from '../../../../core/fields/choice';
import { defineOperation } from '../../../../core/operation/operation';
import { ACTION_TYPES } from './shared/actionTypes';
import { checkUpload, createFileTranslation, uploadFields, uploadOptions } from './shared/metadata';
import { started } from './shared/started';

/**
 * Uploads a file for one or more languages; another node, or another workflow, collects the results.
 * Source: POST /v1/fileTranslations.
 */
export const create = defineOperation(
	{
		name: 'Create',
		action: 'Create a file translation',
		description: 'Upload a file or a text, start its translation, and go on at once or when it has ended',
		fields: {
			...uploadFields,
			actionTypes: choices(
				{
					displayName: 'Actions',
					description: 'What Phrase does with the file, together with all that an action needs before it',
				},
				ACTION_TYPES,
				{ min: 1, initially: ['MT_GENERIC_PRETRANSLATE'] },
			),
			...notifyFields,
		},
		options: uploadOptions,
	},
	{
		check: checkUpload,
		request: (values, tools) =>
			createFileTranslation(values, {
				actionTypes: values.actionTypes,
				callbackUrl: tools.callbackUrl(callbackTarget(values), { kind: 'fileTranslation' }),
			}),
		ends: started(),
	},
);
