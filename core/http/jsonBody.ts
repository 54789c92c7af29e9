/**
 * A value that takes away what Phrase holds: it is sent as `null`. A value that the user left empty is not sent at
 * all, and what Phrase holds stays.
 */
export const CLEARED = Symbol('cleared');

/**
 * Copies a value without what the user left empty: undefined, null, '', and arrays and objects with nothing
 * in them. `false` and `0` stay, and `CLEARED` becomes null.
 */
export function withoutEmpty(value: unknown): unknown {
	if (value === CLEARED) return null;
	if (Array.isArray(value)) {
		const kept = value.map(withoutEmpty).filter((one) => one !== undefined);
		return kept.length > 0 ? kept : undefined;
	}
	if (typeof value === 'object' && value !== null) {
		const kept = Object.entries(value)
			.map(([key, one]) => [key, withoutEmpty(one)] as const)
			.filter(([, one]) => one !== undefined);
		return kept.length > 0 ? Object.fromEntries(kept) : undefined;
	}
	return isEmpty(value) ? undefined : value;
}

/** Whether the user left a value empty. */
export function isEmpty(value: unknown): boolean {
	return value === undefined || value === null || value === '';
}

/** JSON on one line in printable ASCII, as a header value must be, without what the user left empty. */
export function asciiJson(value: object): string {
	return exactAsciiJson(withoutEmpty(value) ?? {});
}

/** The same, with empty texts in it, for headers whose members have to be there. */
export function exactAsciiJson(value: object): string {
	return JSON.stringify(value).replace(
		/[\u007f-\uffff]/g,
		(character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
