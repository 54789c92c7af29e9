import { ok, param, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentAsyncRequest } from '../model/asyncRequest';

/** Tag Async Request. */
export const asyncRequest: Handlers = {
	getAsyncRequest: (call, { asyncRequests, log }) => {
		log.count('statusPolls');
		return ok(presentAsyncRequest(asyncRequests.get(param(call, 'asyncRequestId'))));
	},

	listPendingRequests: (call, { asyncRequests, log }) => {
		log.count('statusPolls');
		return ok(page(call, asyncRequests.pending(), presentAsyncRequest));
	},

	getCurrentLimitStatus: (_call, { asyncRequests, config }) =>
		ok({ concurrentRequests: { limit: config.pendingLimit, count: asyncRequests.pending().length } }),
};
