import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';

/** How many words of jobs are new, repeated or in a translation memory. */
export const analysis: Resource = {
	name: 'Analysis',
	operations: { create },
	defaultOperation: 'create',
};
