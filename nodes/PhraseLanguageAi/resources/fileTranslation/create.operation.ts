import { z } from 'zod/v4';
import { callbackTarget, notifyFields } from '../../../../core/fields/notify';
import { choices } from '../../../../core/fields/simple';
import { field } from '../../../../core/fields/field';
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
		description: 'Upload a file, start its translation, and go on at once',
		fields: {
			...uploadFields,
			actionTypes: field(
				choices(
					{
						displayName: 'Actions',
						description: 'What Phrase does with the file, together with all that an action needs before it',
					},
					ACTION_TYPES,
					['MT_GENERIC_PRETRANSLATE'],
				).property,
				z.array(z.enum(ACTION_TYPES.map(({ value }) => value))).min(1, 'choose at least one'),
			),
			...notifyFields(),
		},
		options: uploadOptions,
		hiddenInTools: true,
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
