import type { IHookFunctions } from 'n8n-workflow';

/** The two registrations that a node can have side by side: while it is active, and while the user tests it. */
export type Mode = 'production' | 'test';

/**
 * Which registration a call of n8n is about. n8n says so when it checks and registers, but not when it removes: there,
 * both are called `internal`.
 */
export function modeOf(context: IHookFunctions): Mode {
	return context.getMode() === 'manual' ? 'test' : 'production';
}
