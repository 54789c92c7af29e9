import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getResult } from './getResult.operation';
import { translate } from './translate.operation';
import { wait } from './wait.operation';

/** The machine translation of a file into one or more languages. */
export const fileTranslation: Resource = {
	name: 'File Translation',
	operations: { create, get, getResult, translate, wait },
	defaultOperation: 'translate',
};
