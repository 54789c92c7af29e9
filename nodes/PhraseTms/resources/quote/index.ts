import type { Resource } from '../../../../core/operation/operation';
import { create } from './create.operation';
import { deleteQuote } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { sendByEmail } from './sendByEmail.operation';

/** What a project costs. */
export const quote: Resource = {
	name: 'Quote',
	operations: { create, delete: deleteQuote, get, getMany, sendByEmail },
	defaultOperation: 'get',
};
