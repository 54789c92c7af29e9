import { isDeepStrictEqual } from 'node:util';

import type { Registration } from '../triggerState';
import type { Hook } from './hook';
import type { Mode } from './mode';

/** Changes the state only when there is something to change: n8n would save it over what calls have changed since. */
export function store({ state }: Hook, mode: Mode, registration: Registration): void {
	if (isDeepStrictEqual({ ...state.registrations?.[mode] }, registration)) return;
	state.registrations = { ...state.registrations, [mode]: registration };
}

/** What is stored for a URL, and in which mode. */
export function storedAt(
	{ state }: Hook,
	url: string,
): [Mode, Registration] | [mode: undefined, registration: undefined] {
	const { production, test } = state.registrations ?? {};
	if (production?.url === url) return ['production', production];
	return test?.url === url ? ['test', test] : [undefined, undefined];
}
