import { awaitedAsyncRequest } from '../../../../core/endings/awaitedAsyncRequest';
import type { PhraseResponse } from '../../../../core/http/client.types';
import type { Ending } from '../../../../core/operation/operation';
import type { Work } from '../../../shared/api/api';
import { idsOf, type Called } from '../../../shared/api/called';
import type { CallValues } from '../../../shared/api/callValues';
import { connectorTask } from './connectorTask';

/** The work that a call of Phrase TMS starts: asynchronous requests, or the task of a connector. */
export function tmsWork(called: Called, answer?: PhraseResponse): Work {
	const { starts = '', title } = called.chosen.endpoint;
	if (starts === 'connectorTask') return { kind: 'connectorTask', wakes: false, ends: connectorTask(called) };
	const [, listed] = /^(\w+)\[\]/.exec(starts) ?? [];
	return {
		kind: 'asyncRequest',
		wakes: true,
		ends: asyncRequests({
			name: title === '' ? 'The work' : `The work of '${title}'`,
			listed,
			add: () => idsOf(called),
			...(answer !== undefined && { send: async () => await Promise.resolve(answer) }),
		}),
	};
}

/** What starts asynchronous requests, one or a list of them, and waits for them when the user wants that. */
export function asyncRequests(
	options: Pick<Parameters<typeof awaitedAsyncRequest<CallValues>>[0], 'name' | 'listed' | 'add' | 'send'>,
): Ending<CallValues> {
	return awaitedAsyncRequest<CallValues>({
		waitName: 'Wait for Completion',
		waitDescription: 'Whether to wait until Phrase has done what the endpoint starts',
		...options,
	});
}
