import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { CallbackEvent } from '../callbacks/callbackEvent';
import { CallbackRejected } from '../callbacks/callbackRejected';
import { readCallback, type ReceivedCallback } from '../callbacks/readCallback';
import { rejectCallback } from '../callbacks/rejectCallback';
import { SharedLooks } from '../concurrency/sharedLooks';
import { createPhraseClient } from '../http/client';
import type { PhraseClient } from '../http/client.types';
import { Credential } from '../http/credential';
import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import type { CallbackWait } from '../operation/operation';
import { chosenOperation, type ActionNode } from './runner';
import { Sleeper, type PendingWork } from './sleeper';
import { isAwake, wakesOnce } from './wakesOnce';

/** Longest callback that is taken, in bytes: Phrase repeats the job, or the analysis, that it calls back about. */
const LONGEST_BODY = 1024 * 1024;

/** Whether all has ended that a sleeping execution waits for. */
const looks = new SharedLooks<boolean>();

/**
 * Takes a callback for a sleeping execution. It wakes the execution when Phrase's API says that all it waits for has
 * ended; every other callback is answered well and changes nothing.
 *
 * Runs in n8n's main or webhook process, so it makes few and small calls; the node does the rest when it runs again.
 *
 * @param node which operations there are and how to sign in
 */
export async function resumeOperation(
	context: IWebhookFunctions,
	node: ActionNode,
): Promise<IWebhookResponseData> {
	try {
		const { callback: wait } = chosenOperation(context.getNode(), node.resources, (name) =>
			context.getNodeParameter(name, ''),
		).ends;
		if (wait === undefined) throw new CallbackRejected(404, 'Nothing waits for a callback here');
		const credential = new Credential(context, node.credentialType);
		const received = await readCallback(context, await credential.signingSecret(), LONGEST_BODY);
		const sleeper = new Sleeper(context);
		const { key, pending } = sleeper;
		const works = inOrder(pending, wait, received.event[wait.named]);
		if (key === undefined || works === undefined || isAwake(key)) return {};
		const failure = believedFailure(received, wait, works);
		const ended = async () => await haveEnded(works, wait, createPhraseClient(credential, node));
		if (failure === undefined && !(await looks.look(key, ended))) return {};
		if (!wakesOnce(key)) return {};
		return { workflowData: [sleeper.wake(failure)] };
	} catch (error) {
		if (error instanceof CallbackRejected) return rejectCallback(context, error);
		throw error;
	}
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

/** What a callback says of work that failed, where only callbacks tell, and this one can be believed. */
function believedFailure(
	{ event, signed }: ReceivedCallback,
	wait: CallbackWait,
	[work, ...others]: PendingWork[],
): { work: PendingWork; words: string } | undefined {
	const isNamed = event[wait.named] !== undefined || others.length === 0;
	if (wait.onlyCallbackTellsFailure !== true || !signed || !isNamed || work === undefined) return undefined;
	const words = failureIn(event);
	return words === undefined ? undefined : { work, words };
}

/** What a callback says of work that failed; undefined when it reports no failure. */
function failureIn({ succeeded, error }: CallbackEvent): string | undefined {
	return succeeded === false ? (error?.message ?? 'Phrase gives no reason.') : undefined;
}

/**
 * Asks Phrase.
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment: it delivers the callback again later
 */
async function haveEnded(works: PendingWork[], wait: CallbackWait, client: PhraseClient): Promise<boolean> {
	try {
		const items: IDataObject[] = works.map(({ json }) => json);
		return await wait.haveEnded(items, client);
	} catch (error) {
		if (error instanceof PhraseError && !error.isPassing) return true; // for the node to tell the user
		throw new CallbackRejected(503, 'The state of the work cannot be read at the moment');
	}
}
