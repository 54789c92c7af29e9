import { isDeepStrictEqual } from 'node:util';
import type { IHookFunctions } from 'n8n-workflow';

import { createPhraseClient } from '../../../core/http/client';
import { Credential } from '../../../core/http/credential';
import { triggerState, type Registration } from '../state';
import { newSecretToken, tokenDigest } from './secretToken';
import { catchesUp, testsWithSamples } from '../settings';
import { AccountWebhooks, type AccountWebhook } from './accountWebhooks';
import { hostOf, isCallable } from './callbackUrl';
import { catchUp } from './catchUp';
import { about, reported } from './errors';
import { endsTest, rememberRegistration, rememberTest, type Mode } from './memory';
import { hasOwnToken, ownToken } from './ownToken';
import { sortOut, type Sorted } from './ownWebhooks';
import { offerSample, withdrawSample } from './samples';
import { assertNotSpared, sparing } from './sparing';
import { credentialType, settingsOf, wantedRegistration, type Wanted } from './wanted';

/**
 * Whether the node is registered in Phrase. A registration that is there but not as it should be is repaired: other
 * events, another name of the workflow, disabled by Phrase or by hand, another address of this n8n, a lost token.
 *
 * n8n calls this on each activation and each start, and before a test.
 *
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function registrationExists(context: IHookFunctions): Promise<boolean> {
	rememberTest(context);
	return await reported(context, 'The webhook of this node in Phrase could not be checked', async () => {
		const wanted = await wantedRegistration(context);
		const webhooks = accountWebhooks(context);
		return await sparing(wanted, async () => {
			const [kept, ...others] = await ownWebhooks(context, webhooks, wanted);
			if (kept === undefined) return false;
			if (isAsWanted(kept, wanted)) keep(context, wanted, kept.uid, ownToken(kept, wanted));
			else await repair(context, webhooks, kept, wanted);
			// Phrase answered, but n8n was stopped before it could save the answer: the same event would come twice.
			for (const { uid } of others.filter(({ url }) => url === wanted.url)) await webhooks.delete(uid);
			if (wanted.mode === 'production' && catchesUp(context)) await catchUp(context, webhooks, kept);
			await testWithSamples(context, webhooks, kept.uid, wanted);
			return true;
		});
	});
}

/**
 * Registers the node in Phrase. n8n calls this when it is not.
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function register(context: IHookFunctions): Promise<boolean> {
	return await reported(context, 'The webhook of this node could not be registered in Phrase', async () => {
		const wanted = await wantedRegistration(context);
		const webhooks = accountWebhooks(context);
		const secretToken = ownToken(undefined, wanted) ?? newSecretToken();
		const { uid } = await webhooks.create(settingsOf(wanted, secretToken));
		keep(context, wanted, uid, secretToken);
		await testWithSamples(context, webhooks, uid, wanted);
		return true;
	});
}

/**
 * Removes the node's registration from Phrase: the one that is stored, and any other that calls exactly this URL. The
 * URL tells whether n8n is about the test or about the active workflow, and leaves the other one alone.
 *
 * This process goes on to know the token. n8n saves all of a workflow's state at once, so a call of the webhook that is
 * under way while the node is registered anew (as after each change of its settings) can put an older state back; with
 * the same token, that still holds the right digest.
 *
 * What goes wrong at the end of a test is only logged. n8n would keep a test that cannot be removed, and could begin no
 * other test, of any workflow, until it forgets it minutes later ("Maximum call stack size exceeded").
 *
 * @throws NodeApiError, NodeOperationError; each is logged, too
 */
export async function unregister(context: IHookFunctions): Promise<boolean> {
	assertNotSpared(context);
	const removal = remove(context);
	return endsTest(context) ? await removal.catch(() => true) : await removal;
}

async function remove(context: IHookFunctions): Promise<boolean> {
	return await reported(context, 'The webhook of this node could not be removed from Phrase', async () => {
		const url = context.getNodeWebhookUrl('default');
		// n8n also removes what it could not register.
		if (!isCallable(url, await context.getCredentials(credentialType(context)))) return true;
		const [mode, stored] = storedAt(context, url);
		const webhooks = accountWebhooks(context);
		const { own, elsewhere } = await found(webhooks, { url, uid: stored?.uid });
		warnOf(context, elsewhere);
		for (const { uid } of own) await webhooks.delete(uid);
		if (mode !== undefined) store(context, mode, { ...stored, uid: '' });
		return true;
	});
}

/** The node's own webhooks, the surest first; those of another n8n are left alone, and told of. */
async function ownWebhooks(
	context: IHookFunctions,
	webhooks: AccountWebhooks,
	{ url, mark, stored, remembered }: Wanted,
): Promise<AccountWebhook[]> {
	const { own, elsewhere } = await found(webhooks, { url, mark, uid: (stored ?? remembered)?.uid });
	warnOf(context, elsewhere);
	return own;
}

async function found(
	webhooks: AccountWebhooks,
	{ uid, ...traits }: { uid: string | undefined; url: string; mark?: string },
): Promise<Sorted> {
	const all = await webhooks.list();
	// A hidden webhook may not be in the list.
	const isMissing = uid !== undefined && uid !== '' && !all.some((webhook) => webhook.uid === uid);
	const stored = isMissing ? await webhooks.find(uid) : undefined;
	return sortOut(stored === undefined ? all : [...all, stored], { uid, ...traits });
}

function isAsWanted(webhook: AccountWebhook, wanted: Wanted): boolean {
	const { url, name, events } = wanted;
	return (
		webhook.status === 'ENABLED' &&
		webhook.url === url &&
		webhook.name === name &&
		isDeepStrictEqual(new Set(webhook.events), new Set(events)) &&
		hasOwnToken(webhook, wanted)
	);
}

async function repair(
	context: IHookFunctions,
	webhooks: AccountWebhooks,
	webhook: AccountWebhook,
	wanted: Wanted,
): Promise<void> {
	const { uid, status } = webhook;
	const secretToken = ownToken(webhook, wanted) ?? newSecretToken();
	await webhooks.update(uid, settingsOf(wanted, secretToken));
	keep(context, wanted, uid, secretToken);
	if (status === 'ENABLED') {
		context.logger.info(`Webhook ${uid} in Phrase was brought up to date`, about(context));
	} else {
		context.logger.warn(
			`Webhook ${uid} in Phrase was disabled, and is enabled again. Phrase does so itself when 3,000 calls have failed: check that it can reach this n8n. It does not keep events for a disabled webhook.`,
			about(context),
		);
	}
}

/**
 * Notes a registration: in the node's state, which n8n saves later, and in this process at once.
 * @param secretToken undefined when only its digest is known, which is stored then
 */
function keep(
	context: IHookFunctions,
	{ mode, url, stored }: Wanted,
	uid: string,
	secretToken: string | undefined,
): void {
	const digest = secretToken === undefined ? stored?.tokenDigest : tokenDigest(secretToken);
	const registration = { uid, url, tokenDigest: digest ?? '' };
	if (secretToken !== undefined) rememberRegistration(context, mode, { ...registration, secretToken });
	store(context, mode, registration);
}

/** Changes the state only when there is something to change: n8n would save it over what calls have changed since. */
function store(context: IHookFunctions, mode: Mode, registration: Registration): void {
	const state = triggerState(context);
	if (isDeepStrictEqual({ ...state.registrations?.[mode] }, registration)) return;
	state.registrations = { ...state.registrations, [mode]: registration };
}

/** What is stored for a URL, and in which mode. */
function storedAt(
	context: IHookFunctions,
	url: string,
): [Mode, Registration] | [mode: undefined, registration: undefined] {
	const { production, test } = triggerState(context).registrations ?? {};
	if (production?.url === url) return ['production', production];
	return test?.url === url ? ['test', test] : [undefined, undefined];
}

/** In a test with samples, gets new ones. When there are none to be had, n8n removes the registration again. */
async function testWithSamples(
	context: IHookFunctions,
	webhooks: AccountWebhooks,
	uid: string,
	{ mode, events }: Wanted,
): Promise<void> {
	if (mode !== 'test') return;
	withdrawSample(context);
	if (testsWithSamples(context)) await offerSample(context, webhooks, { uid, events });
}

function warnOf(context: IHookFunctions, elsewhere: AccountWebhook[]): void {
	for (const { uid, url } of elsewhere) {
		context.logger.warn(
			`Webhook ${uid} in Phrase is that of this node but calls ${hostOf(url) ?? 'no host'}. It is left alone, because it may belong to another n8n that this one is a copy of. If that n8n is gone, delete the webhook in Phrase.`,
			about(context),
		);
	}
}

function accountWebhooks(context: IHookFunctions): AccountWebhooks {
	const credential = new Credential(context, credentialType(context));
	return new AccountWebhooks(createPhraseClient(credential, { product: 'tms' }));
}
