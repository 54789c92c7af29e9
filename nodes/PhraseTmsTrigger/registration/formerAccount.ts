import { AccountWebhooks } from './accountWebhooks';
import type { Hook } from './hook';
import { rememberedRegistration, rememberRegistration, type KnownRegistration } from './registrationMemory';
import { store } from './store';

/** How long the former account may take, in ms: nothing waits for it but the activation. */
const LEAVE_WITHIN_MS = 10_000;

/**
 * Leaves an account that the node's credential does not belong to any more. Its webhook is removed where that is
 * possible: only with the former credential, and only the process that has registered with it still has that.
 *
 * Never fails: what is left behind is named in the log, for people to remove it.
 *
 * @param account that the node has now
 */
export async function leaveAccount(hook: Hook, account: string | undefined): Promise<void> {
	const { key, mode, state, log } = hook;
	const stored = state.registrations?.[mode];
	const remembered = rememberedRegistration(key, mode);
	const former = [stored, remembered].filter((one) => one !== undefined && one.account !== account);
	const uids = new Set(former.map((one) => one?.uid ?? '').filter((uid) => uid !== ''));
	for (const uid of uids) {
		const name = `Webhook ${uid} of account ${former[0]?.account ?? '(not known)'}`;
		if (remembered?.uid === uid && (await isRemoved(remembered))) {
			log.info(`${name} was removed: the credential of this node belongs to another account now.`);
		} else {
			log.warn(
				`${name} could not be removed, as the credential of this node belongs to another account now. It cannot start this workflow any more. Delete it in Phrase.`,
			);
		}
	}
	// Told once.
	if (stored !== undefined && former.includes(stored)) store(hook, mode, { ...stored, uid: '' });
	if (remembered !== undefined && former.includes(remembered))
		rememberRegistration(key, mode, { ...remembered, uid: '' });
}

async function isRemoved({ uid, account, credential }: KnownRegistration): Promise<boolean> {
	const webhooks = new AccountWebhooks(credential, LEAVE_WITHIN_MS);
	try {
		// When its token has ended, n8n signs in with what the credential holds now.
		if (account === undefined || (await webhooks.account()) !== account) return false;
		await webhooks.delete(uid);
		return true;
	} catch {
		return false;
	}
}
