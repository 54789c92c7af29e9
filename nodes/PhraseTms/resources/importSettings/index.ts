import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { deleteImportSettings } from './delete.operation';
import { get } from './get.operation';
import { getDefault } from './getDefault.operation';
import { getMany } from './getMany.operation';
import { update } from './update.operation';
import { updateDefault } from './updateDefault.operation';

/** How Phrase TMS reads files when it makes jobs of them. */
export const importSettings: Resource = {
	name: 'Import Settings',
	operations: { create, delete: deleteImportSettings, get, getDefault, getMany, update, updateDefault },
	defaultOperation: 'getMany',
};
