import type { IDataObject } from 'n8n-workflow';
import { getAsyncRequest, isFinished, throwIfUnsuccessful } from '../phrase/asyncRequest';
import { asText } from '../http/read';
import type { CalledBackKind } from '../operation/startedWork';

/**
 * Work that is an asynchronous request of Phrase TMS, named by `asyncRequestId`.
 * Source: getAsyncRequest, GET /api2/v1/async/{asyncRequestId}.
 *
 * @param goOn how a user goes on with it
 */
export function asyncRequestWork(goOn: string): CalledBackKind<IDataObject> {
	return {
		goOn,
		calledBack: { about: 'asyncRequest', member: 'asyncRequestId' },
		asyncRequestId: ({ about }) => asText(about.asyncRequestId),
		look: async ({ name, about }, client) => {
			const asyncRequest = await getAsyncRequest(asText(about.asyncRequestId) ?? '', client);
			if (!isFinished(asyncRequest)) return undefined;
			throwIfUnsuccessful(asyncRequest, name);
			return asyncRequest;
		},
	};
}
