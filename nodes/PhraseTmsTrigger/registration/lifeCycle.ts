import type { IHookFunctions } from 'n8n-workflow';

import type { Webhook } from '../../../core/phrase/webhooks/webhook';
import { readSettings, type Settings } from '../settings';
import { AccountWebhooks } from './accountWebhooks';
import { isCallable } from './webhookUrl';
import { findExisting } from '../existing/startWithExisting';
import { catchUp } from './catchUp';
import { findOwn } from './findOwn';
import { hookOf, type Hook } from './hook';
import { keep } from './keep';
import { knownRegistration, type Known } from './known';
import { leaveAccount } from './formerAccount';
import { endsTest, rememberTest } from './registrationMemory';
import { ownToken } from './ownToken';
import { isAsWanted, repair } from './repair';
import { reported } from './reported';
import { offerSample, withdrawSample } from './samples';
import { newSecretToken } from './secretToken';
import { assertNotSpared, sparing } from './sparing';
import { store, storedAt } from './store';
import { settingsOf, wantedRegistration, type Wanted } from './wanted';

/**
 * Whether the node is registered in Phrase. A registration that is there but not as it should be is repaired: other
 * events, another name of the workflow, disabled by Phrase or by hand, a lost token.
 *
 * n8n calls this on each activation and each start, and before a test.
 *
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function registrationExists(context: IHookFunctions): Promise<boolean> {
	const hook = await hookOf(context);
	rememberTest(hook);
	return await reported(hook, 'Could not check the webhook of this node in Phrase', async () => {
		const settings = await readSettings(context);
		const wanted = await wantedRegistration(hook, settings);
		return await sparing(hook, async () => await check(hook, settings, wanted));
	});
}

async function check(hook: Hook, settings: Settings, wanted: Wanted): Promise<boolean> {
	const webhooks = new AccountWebhooks(hook.credential);
	const known = await knownRegistration(hook, wanted.url, webhooks);
	const uid = (known.stored ?? known.remembered)?.uid;
	const [kept, ...others] = await findOwn(hook, webhooks, { ...wanted, uid });
	if (kept === undefined) return false;
	if (isAsWanted(kept, wanted, known)) keep(hook, wanted, known, kept.uid, ownToken(kept, known));
	else await repair(hook, webhooks, kept, wanted, known);
	// Phrase answered, but n8n was stopped before it could save the answer: the same event would come twice.
	for (const other of others.filter(({ url }) => url === wanted.url)) await webhooks.delete(other.uid);
	if (hook.mode === 'production' && settings.catchUp) await catchUp(hook, kept);
	if (hook.mode === 'production') await findExisting(hook, settings);
	await offerSamples(hook, settings, webhooks, kept);
	return true;
}

/**
 * Registers the node in Phrase. n8n calls this when it is not.
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	const hook = await hookOf(context);
	return await reported(hook, 'Could not register the webhook of this node in Phrase', async () => {
		const settings = await readSettings(context);
		const wanted = await wantedRegistration(hook, settings);
		const webhooks = new AccountWebhooks(hook.credential);
		const known = await knownRegistration(hook, wanted.url, webhooks);
		const secretToken = tokenFor(known);
		const made = await webhooks.create(settingsOf(wanted, secretToken));
		keep(hook, wanted, known, made.uid, secretToken);
		if (hook.mode === 'production') await findExisting(hook, settings);
		await offerSamples(hook, settings, webhooks, made);
		return true;
	});
}

function tokenFor(known: Known): string {
	return ownToken(undefined, known) ?? newSecretToken();
}

/**
 * Removes the node's registration from Phrase: the one that is stored, and any other that calls exactly this URL. The
 * URL tells whether n8n is about the test or about the active workflow, and leaves the other one alone.
 *
 * This process goes on to know the token. Since n8n saves all of a workflow's state at once, a call that is
 * under way can put an older state back. That happens while the node is registered anew, as after each change
 * of its settings. With the same token, the older state still holds the right digest.
 *
 * What goes wrong at the end of a test is only logged. Else n8n would keep a test that it cannot remove. It
 * could begin no other test, of any workflow, until it forgets that one minutes later ("Maximum call stack
 * size exceeded").
 *
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	const hook = await hookOf(context);
	assertNotSpared(hook);
	const removal = reported(hook, 'Could not remove the webhook of this node from Phrase', async () => {
		return await remove(hook);
	});
	return endsTest(hook) ? await removal.catch(() => true) : await removal;
}

async function remove(hook: Hook): Promise<boolean> {
	const { url, credential } = hook;
	// n8n also removes what it could not register.
	if (!isCallable(url, await credential.read())) return true;
	const [mode, stored] = storedAt(hook, url);
	const webhooks = new AccountWebhooks(credential);
	const account = await webhooks.account();
	await leaveAccount({ ...hook, mode: mode ?? hook.mode }, account);
	const uid = stored?.account === account ? stored?.uid : undefined;
	for (const own of await findOwn(hook, webhooks, { url, uid })) await webhooks.delete(own.uid);
	if (mode !== undefined) store(hook, mode, { ...stored, uid: '' });
	return true;
}

/** In a test with samples, gets new ones. When there are none to be had, n8n removes the registration again. */
async function offerSamples(
	hook: Hook,
	settings: Settings,
	webhooks: AccountWebhooks,
	{ uid }: Webhook,
): Promise<void> {
	if (hook.mode !== 'test') return;
	withdrawSample(hook);
	if (settings.testWithSamples) await offerSample(hook, settings, webhooks, uid);
}
