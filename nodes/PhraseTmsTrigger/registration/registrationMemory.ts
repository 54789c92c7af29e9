import { rememberBounded } from '../../../core/concurrency/rememberBounded';
import type { Credential } from '../../../core/http/credential';
import type { Registration } from '../triggerState';
import type { Hook } from './hook';
import type { Mode } from './mode';

/** Nodes that are remembered at most, those that registered last. */
export const MOST_NODES = 1000;

/** A registration as the process knows it that has made or looked at it. */
export interface KnownRegistration extends Registration {
	/** The token itself, which is not stored. */
	secretToken: string;
	/** Who has registered: the only one who can remove the webhook when the node has another credential since. */
	credential: Credential;
}

/** What this process has registered, by mode and node. */
const registered = new Map<string, KnownRegistration>();

/** URLs that this process has tested at. */
const tested = new Map<string, true>();

/** Notes a URL at which a test is about to begin. */
export function rememberTest({ url, mode }: Hook): void {
	if (url !== undefined && mode === 'test') rememberBounded(tested, url, true, MOST_NODES);
}

/** Whether a removal ends a test; n8n does not say so. */
export function endsTest({ url }: Hook): boolean {
	return tested.has(url ?? '');
}

/**
 * Names one of the two registrations of a node among all of an n8n.
 * @param node its `nodeKey`
 */
export function registrationKey(node: string, mode: Mode): string {
	return `${mode} ${node}`;
}

/** Remembers in this process what was registered; n8n saves the node's state only some time later. */
export function rememberRegistration(node: string, mode: Mode, registration: KnownRegistration): void {
	rememberBounded(registered, registrationKey(node, mode), registration, MOST_NODES);
}

/** What this process registered last for the node in that mode. */
export function rememberedRegistration(node: string, mode: Mode): KnownRegistration | undefined {
	return registered.get(registrationKey(node, mode));
}

/**
 * What this process registered last for the node that is being called. For calls that Phrase makes before n8n
 * has saved the node's state, and for state that was overwritten. Since n8n saves all of a workflow's state
 * at once, a call under way can put back what it read before.
 *
 * Neither this nor the stored registration is always the newer one, because another main process of n8n may have
 * registered since. Both tokens were made here and are known to Phrase alone, so a call may bear either, unless the
 * newer one was made for another account.
 */
export function freshRegistration(node: string, mode: Mode): Registration | undefined {
	return rememberedRegistration(node, mode);
}
