import { ok, single, type Handlers } from '../http/call';
import { contains, inOrder } from '../http/filters';
import { page } from '../http/paging';

/** Tag Workflow Step: the steps of the organization. */
export const workflowStep: Handlers = {
	listWFSteps: (call, { workflowSteps }) => {
		const found = workflowSteps.filter(
			({ name, abbr }) => contains(name, single(call, 'name')) && contains(abbr, single(call, 'abbr')),
		);
		return ok(
			page(
				call,
				inOrder(call, found, ({ name }) => name),
				(step) => step,
			),
		);
	},
};
