import type { Resource } from '../../../../core/operation/operation';
import { exportFile } from './export.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

/** Earlier translations that Phrase TMS offers again. */
export const translationMemory: Resource = {
	name: 'Translation Memory',
	operations: { export: exportFile, get, getMany },
	defaultOperation: 'getMany',
};
