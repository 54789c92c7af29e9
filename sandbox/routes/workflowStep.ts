import { ok, single, type Handlers } from '../http/call';
import { contains } from '../http/filters';
import { page } from '../http/paging';

/** Tag Workflow Step: the steps of the organization. */
export const workflowStep: Handlers = {
	listWFSteps: (call, { workflowSteps }) => {
		const found = workflowSteps.filter(
			({ name, abbr }) => contains(name, single(call, 'name')) && contains(abbr, single(call, 'abbr')),
		);
		return ok(page(call, single(call, 'order') === 'DESC' ? found.reverse() : found, (step) => step));
	},
};
