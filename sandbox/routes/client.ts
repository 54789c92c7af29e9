import type { Handlers } from '../http/call';
import { namedList } from '../http/namedList';

/** Tag Client. */
export const client: Handlers = {
	listClients: (call, { clients }) => namedList(call, clients),
};
