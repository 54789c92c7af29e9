import { single, type Call } from './call';

const HOUR = 3_600_000;

/**
 * A list in the order that the call asks for: `sort=NAME` by name, `sort=ID` by ID, else as it is; `order=DESC` backwards.
 *
 * @param nameOf - the name of an element
 */
export function inOrder<T>(call: Call, elements: T[], nameOf: (element: T) => string): T[] {
	const by = single(call, 'sort')?.toUpperCase();
	const sorted = [...elements];
	if (by === 'ID') sorted.sort((a, b) => idOf(a) - idOf(b));
	if (by === 'NAME') sorted.sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
	return single(call, 'order') === 'DESC' ? sorted.reverse() : sorted;
}

/** Jobs have no ID besides their UID, so that they stay as they are. */
function idOf(element: unknown): number {
	return Number((element as { id?: string }).id ?? 0);
}

/** Whether a text holds another one, whatever the case; when nothing is asked for, it does. */
export function contains(text: string, part: string | undefined): boolean {
	return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

/** Whether one of the values is asked for; when nothing is, all are. */
export function isOneOf(values: string[], asked: string[]): boolean {
	return asked.length === 0 || values.some((value) => asked.includes(value));
}

/**
 * Whether something is due within some hours from now.
 *
 * @param hours - `-1` asks for what is overdue; undefined for everything
 */
export function isDueIn(dateDue: Date | null, hours: string | undefined): boolean {
	if (hours === undefined) return true;
	if (!dateDue) return false;
	const left = dateDue.getTime() - Date.now();
	return hours === '-1' ? left < 0 : left >= 0 && left <= Number(hours) * HOUR;
}

/** Whether something was created within some hours before now. */
export function isCreatedInLast(dateCreated: Date, hours: string | undefined): boolean {
	return hours === undefined || dateCreated.getTime() >= Date.now() - Number(hours) * HOUR;
}
