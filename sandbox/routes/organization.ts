import { ok, single, type Handlers } from '../http/call';
import { page } from '../http/paging';
import { presentClient } from '../present';
import { MANAGER } from '../state/users';

/** Lists of the organization that projects and steps are chosen from. */
export const organizationHandlers: Handlers = {
	listClients: (call, { clients }) => {
		const createdBy = single(call, 'createdBy') ?? MANAGER.uid;
		const found = clients.filter(
			({ name }) => createdBy === MANAGER.uid && contains(name, single(call, 'name')),
		);
		const sorted =
			single(call, 'sort') === undefined ? found : found.sort((a, b) => (a.name < b.name ? -1 : 1));
		return ok(page(call, single(call, 'order') === 'DESC' ? sorted.reverse() : sorted, presentClient));
	},

	listWFSteps: (call, { workflowSteps }) => {
		const found = workflowSteps.filter(
			({ name, abbr }) => contains(name, single(call, 'name')) && contains(abbr, single(call, 'abbr')),
		);
		return ok(page(call, single(call, 'order') === 'DESC' ? found.reverse() : found, (step) => step));
	},
};

function contains(text: string, part: string | undefined): boolean {
	return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}
