import { list, ok, type Handlers } from '../http/call';
import { isOneOf } from '../http/filters';
import { page } from '../http/paging';
import { EMAIL_TEMPLATES } from '../seed/people';

/** Tag Email Template. */
export const emailTemplate: Handlers = {
	listOrgEmailTemplates: (call) => {
		const found = EMAIL_TEMPLATES.filter(({ type }) => isOneOf([type], list(call, 'type')));
		return ok(page(call, found, (one) => one));
	},
};
