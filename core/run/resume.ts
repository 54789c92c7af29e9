import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NAMED_BY } from '../callbacks/callbackEvent';
import { CallbackRejected } from '../callbacks/callbackRejected';
import { madeForSomethingElse, readCallback, type ReceivedCallback } from '../callbacks/readCallback';
import { takeCallback } from '../callbacks/takeCallback';
import { SharedLooks } from '../concurrency/sharedLooks';
import { createPhraseClient } from '../http/client';
import type { PhraseClient } from '../http/client.types';
import { Credential } from '../http/credential';
import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import type { CallbackWait } from '../operation/operation';
import { chosenOperation, type ActionNode } from './actionNode';
import { Sleeper, type PendingWork } from './sleeper';
import { isAwake, wakesOnce } from './wakesOnce';

/** Longest callback that is taken, in bytes: Phrase repeats the job, or the analysis, that it calls back about. */
const LONGEST_BODY = 1024 * 1024;

/** Phrase does not say how long it waits for the answer to a callback. It delivers again what is not answered. */
const ANSWER_WITHIN_MS = 20_000;

/** Whether all has ended that a sleeping execution waits for. */
const looks = new SharedLooks<boolean>();

/**
 * Takes a callback for a sleeping execution. It wakes the execution when Phrase's API says that all it waits for has
 * ended; every other callback is answered well and changes nothing. Whatever goes wrong leaves the execution asleep.
 *
 * Runs in n8n's main or webhook process, so it makes few and small calls; the node does the rest when it runs again.
 *
 * @param nodeOf tells which operations there are and how to sign in
 */
export async function resumeOperation(
	context: IWebhookFunctions,
	nodeOf: () => ActionNode,
): Promise<IWebhookResponseData> {
	return await takeCallback(context, async () => {
		const node = nodeOf();
		const { callback: wait } = chosenOperation(context.getNode(), node.resources, (name) =>
			context.getNodeParameter(name, ''),
		).ends;
		if (wait === undefined) throw new CallbackRejected(404, 'Nothing waits for a callback here');
		const sleeper = new Sleeper(context);
		const credential = new Credential(context, node.credentialType);
		const secret = await credential.signingSecret();
		const received = await readCallback(context, { secret, url: sleeper.url, longestBody: LONGEST_BODY });
		if (received.signed && received.context.kind !== wait.kind) throw madeForSomethingElse();

		const { key, pending } = sleeper;
		const named = received.event[NAMED_BY[wait.kind]];
		const works = inOrder(pending, wait, named);
		if (key === undefined || works === undefined || isAwake(key)) return {};
		const failure = believedFailure(received, wait, works, named);
		const ended = async () => {
			const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
			return await haveEnded(works, wait, createPhraseClient(credential, { ...node, signal }));
		};
		if (failure === undefined && !(await looks.look(key, ended))) return {};
		if (!wakesOnce(key)) return {};
		return { workflowData: [sleeper.wake(failure)] };
	});
}

/**
 * The pending work, that which the callback is about first.
 * @param named what the callback is about; undefined when it does not tell
 * @returns undefined when the callback is about none of it
 */
function inOrder(
	pending: PendingWork[],
	{ member }: CallbackWait,
	named: string | undefined,
): PendingWork[] | undefined {
	const about = pending.filter(({ json }) => asText(json[member]) === named);
	if (named !== undefined && about.length === 0) return undefined;
	return [...about, ...pending.filter((work) => !about.includes(work))];
}

/**
 * What a callback says of work that failed, where only callbacks tell. It is believed of the one piece of work that its
 * signed URL was made for, and of nothing else that its body may name.
 */
function believedFailure(
	{ event, context, signed }: ReceivedCallback,
	wait: CallbackWait,
	works: PendingWork[],
	named: string | undefined,
): { work: PendingWork; words: string } | undefined {
	if (!signed || event.succeeded !== false) return undefined;
	const [work, another] = works
		.filter(({ json }) => wait.onlyCallbackTellsFailure?.(context, json))
		.filter(({ json }) => named === undefined || asText(json[wait.member]) === named);
	if (work === undefined || another !== undefined) return undefined;
	return { work, words: event.error?.message ?? 'Phrase gives no reason.' };
}

/**
 * Asks Phrase. Of work that Phrase does not show to this credential, the node tells the user.
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment: it delivers the callback again later
 */
async function haveEnded(works: PendingWork[], wait: CallbackWait, client: PhraseClient): Promise<boolean> {
	try {
		return await wait.haveEnded(
			works.map(({ json }) => json),
			client,
		);
	} catch (error) {
		if (error instanceof PhraseError && error.kind === 'refused') return true;
		const cause = error instanceof Error ? error : new Error(String(error));
		throw new CallbackRejected(503, 'Could not read the state of the work at the moment', { cause });
	}
}
