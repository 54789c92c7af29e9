import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { rememberBounded } from '../../../core/concurrency/rememberBounded';
import { nodeKey } from '../../shared/trigger/memory';
import type { Registration } from '../state';

/** The two registrations that a node can have side by side: while it is active, and while the user tests it. */
export type Mode = 'production' | 'test';

/** Nodes that are remembered at most, those that registered last. */
export const MOST_NODES = 1000;

/** A registration as the process knows it that has made or looked at it: with the token itself, which is not stored. */
export interface KnownRegistration extends Registration {
	secretToken: string;
}

/** What this process has registered, by mode and node. */
const registered = new Map<string, KnownRegistration>();

/**
 * Which registration a call of n8n is about. n8n says so when it checks, registers and receives, but not when it
 * removes: there, both are called `internal`.
 */
export function modeOf(context: IHookFunctions | IWebhookFunctions): Mode {
	return context.getMode() === 'manual' ? 'test' : 'production';
}

/** URLs that this process has tested at. */
const tested = new Map<string, true>();

/** Notes a URL at which a test is about to begin. */
export function rememberTest(context: IHookFunctions): void {
	const url = context.getNodeWebhookUrl('default');
	if (url !== undefined && modeOf(context) === 'test') rememberBounded(tested, url, true, MOST_NODES);
}

/** Whether a removal ends a test; n8n does not say so. */
export function endsTest(context: IHookFunctions): boolean {
	return tested.has(context.getNodeWebhookUrl('default') ?? '');
}

/** Names one of the two registrations of a node among all of an n8n. */
export function registrationKey(context: IHookFunctions | IWebhookFunctions, mode: Mode): string {
	return `${mode} ${nodeKey(context)}`;
}

/** Remembers in this process what was registered; n8n saves the node's state only some time later. */
export function rememberRegistration(
	context: IHookFunctions,
	mode: Mode,
	registration: KnownRegistration,
): void {
	rememberBounded(registered, registrationKey(context, mode), registration, MOST_NODES);
}

/** What this process registered last for the node in that mode. */
export function rememberedRegistration(
	context: IHookFunctions | IWebhookFunctions,
	mode: Mode,
): KnownRegistration | undefined {
	return registered.get(registrationKey(context, mode));
}

/**
 * What this process registered last for the node that is being called. For calls that Phrase makes before n8n has saved
 * the node's state, and for state that was overwritten: n8n saves all of a workflow's state at once, so that a call
 * under way can put back what it read before.
 *
 * Neither this nor the stored registration is always the newer one, because another main process of n8n may have
 * registered since. Both tokens were made here and are known to Phrase alone, so a call may bear either.
 */
export function freshRegistration(context: IWebhookFunctions): Registration | undefined {
	return rememberedRegistration(context, modeOf(context));
}
