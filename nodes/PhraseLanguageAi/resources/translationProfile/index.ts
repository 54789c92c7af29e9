import type { Resource } from '../../../../core/operation/operation';
import { getMany } from './getMany.operation';

/** Which engines and glossaries translate. */
export const translationProfile: Resource = {
	name: 'Translation Profile',
	operations: { getMany },
	defaultOperation: 'getMany',
};
