import type { Handlers } from '../http/call';
import { namedList } from '../http/namedList';

/** Tag Business Unit. */
export const businessUnit: Handlers = {
	listBusinessUnits: (call, { businessUnits }) => namedList(call, businessUnits),
};
