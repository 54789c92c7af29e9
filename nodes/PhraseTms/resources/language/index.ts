import type { Resource } from '../../../../core/operation/operation';
import { getMany } from './getMany.operation';

/** What Phrase TMS can translate from and into. */
export const language: Resource = {
	name: 'Language',
	operations: { getMany },
	defaultOperation: 'getMany',
};
