import type { Resource } from '../../../../core/operation/operation';
import { exportFile } from './export.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { create } from './create.operation';
import { deleteTranslationMemory } from './delete.operation';
import { importFile } from './import.operation';
import { search } from './search.operation';
import { addSegment } from './addSegment.operation';

/** Earlier translations that Phrase TMS offers again. */
export const translationMemory: Resource = {
	name: 'Translation Memory',
	operations: {
		addSegment,
		create,
		delete: deleteTranslationMemory,
		export: exportFile,
		get,
		getMany,
		import: importFile,
		search,
	},
	defaultOperation: 'getMany',
};
