import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { download } from './download.operation';
import { deleteAnalysis } from './delete.operation';
import { getMany } from './getMany.operation';
import { getWordCounts } from './getWordCounts.operation';
import { recalculate } from './recalculate.operation';
import { update } from './update.operation';

/** How many words of jobs are new, repeated or in a translation memory. */
export const analysis: Resource = {
	name: 'Analysis',
	operations: { create, delete: deleteAnalysis, download, get, getMany, getWordCounts, recalculate, update },
	defaultOperation: 'create',
};
