import type { Field, FieldProperty, Fields } from '../fields/field';

/** What every list asks for, in n8n's own order, after what belongs to the operation alone. */
const OF_EVERY_LIST = ['returnAll', 'limit', 'simplify'];

/** Places in the panel, from the top. */
const NEEDED = 0;
const OWN = 1;
const ADDED = OWN + OF_EVERY_LIST.length + 1;

/**
 * The order of an operation's panel: what the user has to give; what else the operation and its ending ask for; Return
 * All, Limit and Simplify; then what the user may add, such as Filters and Additional Fields. Within each, as it is
 * declared. Options come after all.
 */
export function inPanelOrder(fields: Fields): Fields {
	const ranked = Object.entries(fields).map((entry) => ({ entry, rank: rankOf(...entry) }));
	return Object.fromEntries(ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry));
}

function rankOf(name: string, { property, show }: Field<unknown>): number {
	if (property.type === 'collection') return ADDED;
	if (property.required === true && show === undefined && isEmpty(property.default)) return NEEDED;
	return OWN + OF_EVERY_LIST.indexOf(name) + 1;
}

/** Whether a default leaves the user something to give. */
function isEmpty(initially: FieldProperty['default']): boolean {
	if (Array.isArray(initially)) return initially.length === 0;
	if (typeof initially === 'object' && initially !== null)
		return 'value' in initially && initially.value === '';
	return initially === '';
}
