import type { Field, FieldProperty, Fields } from '../fields/field';

/** What every list asks for, in n8n's own order, after what belongs to the operation alone. */
const OF_EVERY_LIST = ['returnAll', 'limit', 'simplify'];

/** Collections of what a user may add to any list, creation or change. */
const OF_EVERYBODY = ['filters', 'additionalFields', 'updateFields'];

/** Places in the panel, from the top. */
const NEEDED = 0;
const OWN = 1;
const OWN_COLLECTION = 2;
const LISTED = 3;
const ADDED = LISTED + OF_EVERY_LIST.length;

/**
 * The order of an operation's panel: what the user has to give; what else the operation and its ending ask for, its
 * own collections last; Return All, Limit and Simplify; then Filters, Additional Fields and Update Fields. Within each, as
 * it is declared. Options come after all.
 */
export function inPanelOrder(fields: Fields): Fields {
	const ranked = Object.entries(fields).map((entry) => ({ entry, rank: rankOf(...entry) }));
	return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

function rankOf(name: string, { property, show }: Field<unknown>): number {
	if (property.type === 'collection') return OF_EVERYBODY.includes(name) ? ADDED : OWN_COLLECTION;
	if (property.required === true && show === undefined && isEmpty(property.default)) return NEEDED;
	const inList = OF_EVERY_LIST.indexOf(name);
	return inList === -1 ? OWN : LISTED + inList;
}

/** Whether a default leaves the user something to give. */
function isEmpty(initially: FieldProperty['default']): boolean {
	if (Array.isArray(initially)) return initially.length === 0;
	if (typeof initially === 'object' && initially !== null)
		return 'value' in initially && initially.value === '';
	return initially === '';
}
