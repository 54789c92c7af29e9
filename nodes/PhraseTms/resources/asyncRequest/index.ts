import type { Resource } from '../../../../core/operation/operation';
import { get } from './get';
import { getLimits } from './getLimits';
import { getManyPending } from './getManyPending';
import { wait } from './wait';

/** Work that Phrase TMS does in the background. */
export const asyncRequest: Resource = {
	name: 'Asynchronous Request',
	operations: { get, getLimits, getManyPending, wait },
	defaultOperation: 'get',
};
