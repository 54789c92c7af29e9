import { ok, single, type Handlers } from '../http/call';
import { contains, inOrder } from '../http/filters';
import { page } from '../http/paging';
import { presentClient } from '../model/client';
import { MANAGER } from '../model/user';

/** Tag Client. */
export const client: Handlers = {
	listClients: (call, { clients }) => {
		const createdBy = single(call, 'createdBy') ?? MANAGER.uid;
		const found = clients.filter(
			({ name }) => createdBy === MANAGER.uid && contains(name, single(call, 'name')),
		);
		return ok(
			page(
				call,
				inOrder(call, found, ({ name }) => name),
				presentClient,
			),
		);
	},
};
