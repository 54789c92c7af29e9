import type { Registration } from '../triggerState';
import type { AccountWebhooks } from './accountWebhooks';
import { areOfSameN8n } from './webhookUrl';
import { leaveAccount } from './formerAccount';
import type { Hook } from './hook';
import { rememberedRegistration, type KnownRegistration } from './registrationMemory';

/** What is known of a node's registration in the account that its credential belongs to. */
export interface Known {
	/** The account; undefined when Phrase does not tell. */
	account: string | undefined;
	/** What n8n's database holds of it. */
	stored?: Registration;
	/** What this process knows of it. */
	remembered?: KnownRegistration;
}

/**
 * Finds out what is known. What calls another n8n is that one's, and so is its token. What is in another account is
 * left behind, and nothing of it is used again: whoever holds that account could start the workflow with its token.
 *
 * @param url where the node is called now
 */
export async function knownRegistration(hook: Hook, url: string, webhooks: AccountWebhooks): Promise<Known> {
	const account = await webhooks.account();
	await leaveAccount(hook, account);
	const ifOwn = <T extends Registration>(one: T | undefined) =>
		one !== undefined && areOfSameN8n(one.url, url) && one.account === account ? one : undefined;
	return {
		account,
		stored: ifOwn(hook.state.registrations?.[hook.mode]),
		remembered: ifOwn(rememberedRegistration(hook.key, hook.mode)),
	};
}
