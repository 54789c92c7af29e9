import type { Handlers } from '../http/call';
import { namedList } from '../http/namedList';

/** Tag Domain. */
export const domain: Handlers = {
	listDomains: (call, { domains }) => namedList(call, domains),
};
