import type { Member } from '../../core/catalogue/types';
import type { Call } from '../http/call';
import { list } from '../http/call';
import { contains, isOneOf } from '../http/filters';
import type { PlainItem } from '../state/plainResource';

/** Query parameters that say how a list is given, not what is in it. */
const NOT_FILTERS = new Set(['sort', 'order', 'pageNumber', 'pageSize', 'direction']);

/** What the query of a list lets through: names by a part of them, everything else by its value. */
export function plainFilter(call: Call, query: readonly Member[]): (item: PlainItem) => boolean {
	const asked = query
		.filter(({ name }) => !NOT_FILTERS.has(name))
		.map(({ name }) => ({ name, values: list(call, name) }))
		.filter(({ values }) => values.length > 0);
	return (item) => asked.every(({ name, values }) => lets(item, name, values));
}

function lets(item: PlainItem, name: string, values: string[]): boolean {
	const own = [valueOf(item, name)].flat().filter(isText).map(String);
	// What is asked is about something that the item does not show.
	if (own.length === 0) return true;
	if (/name$|^abbr$|^email$/i.test(name)) return own.some((text) => contains(text, values[0]));
	return isOneOf(own, values);
}

/** `clientId` asks for the id of `client`, `createdBy` for its uid, and `targetLang` for one of `targetLangs`. */
function valueOf(item: PlainItem, name: string): unknown {
	const [, holder = name, member = 'uid'] = /^(\w+?)(Id|Uid|Name)$/.exec(name) ?? [];
	const held = item[holder];
	if (isRecord(held)) return held[member.toLowerCase()];
	return item[name] ?? item[`${name}s`];
}

function isText(value: unknown): value is string | number | boolean {
	return ['string', 'number', 'boolean'].includes(typeof value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
