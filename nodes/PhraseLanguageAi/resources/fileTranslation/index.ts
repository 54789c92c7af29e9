import type { Resource } from '../../../../core/operation/operation';
import { create } from './create';
import { get } from './get';
import { getResult } from './getResult';
import { translate } from './translate';
import { wait } from './wait';

/** The machine translation of a file into one or more languages. */
export const fileTranslation: Resource = {
	name: 'File Translation',
	operations: { create, get, getResult, translate, wait },
	defaultOperation: 'translate',
};
