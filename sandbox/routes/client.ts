import { ok, single, type Handlers } from '../http/call';
import { contains } from '../http/filters';
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
		const sorted =
			single(call, 'sort') === undefined ? found : found.sort((a, b) => (a.name < b.name ? -1 : 1));
		return ok(page(call, single(call, 'order') === 'DESC' ? sorted.reverse() : sorted, presentClient));
	},
};
