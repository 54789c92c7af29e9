import type { Resource } from '../../../../core/operation/operation';
import { translate } from './translate.operation';

/** The machine translation of a text. */
export const textTranslation: Resource = {
	name: 'Text Translation',
	operations: { translate },
	defaultOperation: 'translate',
};
