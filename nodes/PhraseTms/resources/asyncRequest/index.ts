import type { Resource } from '../../../../core/operation/operation';
import { get } from './get.operation';
import { getLimits } from './getLimits.operation';
import { getManyPending } from './getManyPending.operation';
import { wait } from './wait.operation';

/** Work that Phrase TMS does in the background. */
export const asyncRequest: Resource = {
	name: 'Asynchronous Request',
	operations: { get, getLimits, getManyPending, wait },
	defaultOperation: 'get',
};
