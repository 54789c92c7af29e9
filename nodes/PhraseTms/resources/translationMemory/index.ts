import type { Resource } from '../../../../core/operation/operation';
import { exportFile } from './export';
import { get } from './get';
import { getMany } from './getMany';

/** Earlier translations that Phrase TMS offers again. */
export const translationMemory: Resource = {
	name: 'Translation Memory',
	operations: { export: exportFile, get, getMany },
	defaultOperation: 'getMany',
};
