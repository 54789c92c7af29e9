import type { Resource } from '../../../../core/operation/operation';
import { clear } from './clear.operation';
import { deleteSegmentTranslation } from './deleteSegmentTranslation.operation';
import { exportByQuery } from './exportByQuery.operation';
import { getProjects } from './getProjects.operation';
import { searchByWildcard } from './searchByWildcard.operation';
import { updateSegment } from './updateSegment.operation';
import { exportFile } from './export.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { create } from './create.operation';
import { deleteTranslationMemory } from './delete.operation';
import { importFile } from './import.operation';
import { addTargetLanguage } from './addTargetLanguage.operation';
import { deleteSegment } from './deleteSegment.operation';
import { getMetadata } from './getMetadata.operation';
import { update } from './update.operation';
import { search } from './search.operation';
import { addSegment } from './addSegment.operation';
import { searchSegmentByJob } from './searchSegmentByJob.operation';
import { searchByJob } from './searchByJob.operation';

/** Earlier translations that Phrase TMS offers again. */
export const translationMemory: Resource = {
	name: 'Translation Memory',
	operations: {
		addSegment,
		addTargetLanguage,
		clear,
		create,
		delete: deleteTranslationMemory,
		deleteSegment,
		deleteSegmentTranslation,
		export: exportFile,
		exportByQuery,
		get,
		getMany,
		getMetadata,
		getProjects,
		import: importFile,
		search,
		searchByJob,
		searchByWildcard,
		searchSegmentByJob,
		update,
		updateSegment,
	},
	defaultOperation: 'getMany',
};
