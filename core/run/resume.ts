import type { IDataObject, IWebhookFunctions, IWebhookResponseData, INodeExecutionData } from 'n8n-workflow';
import type { CallbackEvent } from '../callbacks/callbackEvent';
import { CallbackRejected } from '../callbacks/callbackRejected';
import { readCallback, type ReceivedCallback } from '../callbacks/readCallback';
import { rejectCallback } from '../callbacks/rejectCallback';
import { SharedLooks } from '../concurrency/sharedLooks';
import { createPhraseClient } from '../http/client';
import { Credential } from '../http/credential';
import type { PhraseClient } from '../http/client.types';
import { PhraseError } from '../http/errors';
import { asText } from '../http/read';
import type { CallbackWait } from '../operation/operation';
import { isAwake, wakesOnce } from './wakesOnce';
import { chosenOperation, type ActionNode } from './runner';
import { markIn } from '../operation/mark';
import { sleepIn } from './sleep';

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
		const sleeping = sleepingItems(context);
		const sleep = sleepIn(context.getExecutionId(), sleeping);
		if (isAwake(sleep)) return {};
		const items = await wokenItems(
			sleeping,
			received,
			wait,
			async (waiting) =>
				await looks.look(
					sleep,
					async () => await haveEnded(waiting, wait, createPhraseClient(credential, node)),
				),
		);
		if (items === undefined || !wakesOnce(sleep)) return {};
		runNodeAgain(context);
		return { workflowData: [items] };
	} catch (error) {
		if (error instanceof CallbackRejected) return rejectCallback(context, error);
		throw error;
	}
}

/** What n8n has stored as the node's input: see `sleep`. */
function sleepingItems(context: IWebhookFunctions): INodeExecutionData[] {
	return context.evaluateExpression('{{ $input.all() }}', 0) as unknown as INodeExecutionData[];
}

/**
 * The items with which the node is to run again.
 * @returns undefined when the callback is to wake nobody
 */
async function wokenItems(
	items: INodeExecutionData[],
	{ event, signed }: ReceivedCallback,
	wait: CallbackWait,
	ended: (waiting: IDataObject[]) => Promise<boolean>,
): Promise<INodeExecutionData[] | undefined> {
	const named = event[wait.named];
	const waiting = inOrder(items, wait, named);
	if (waiting === undefined) return undefined;
	const [about] = waiting;
	const isNamed = named !== undefined || waiting.length === 1;
	const failure = wait.onlyCallbackTellsFailure && signed && isNamed ? failureOf(event) : undefined;
	if (failure === undefined && !(await ended(waiting))) return undefined;
	return items.map((item, index) => woken(item, index, item.json === about ? failure : undefined));
}

/**
 * The items whose work had not ended when the execution went to sleep, the one that the callback is about first.
 * @param named what the callback is about; undefined when it does not tell
 * @returns undefined when the callback is about none of them
 */
function inOrder(
	items: INodeExecutionData[],
	{ member }: CallbackWait,
	named: string | undefined,
): IDataObject[] | undefined {
	const pending = items.map(({ json }) => json).filter((json) => markIn(json)?.ended === false);
	const about = pending.filter((json) => asText(json[member]) === named);
	if (pending.length === 0 || (named !== undefined && about.length === 0)) return undefined;
	return [...about, ...pending.filter((json) => !about.includes(json))];
}

/** What a callback says of work that failed; undefined when it reports no failure. */
function failureOf({ succeeded, error }: CallbackEvent): string | undefined {
	return succeeded === false ? (error?.message ?? 'Phrase gives no reason.') : undefined;
}

/**
 * Asks Phrase.
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment: it delivers the callback again later
 */
async function haveEnded(waiting: IDataObject[], wait: CallbackWait, client: PhraseClient): Promise<boolean> {
	try {
		return await wait.haveEnded(waiting, client);
	} catch (error) {
		if (error instanceof PhraseError && !error.isPassing) return true; // for the node to tell the user
		throw new CallbackRejected(503, 'The state of the work cannot be read at the moment');
	}
}

/**
 * n8n lets a woken execution go on behind the node that slept, by disabling that node in what it has stored. Ours
 * has to run again: it makes items, or errors, of what Phrase says, in the process that n8n chooses for executions.
 * Where n8n does not let it, the woken items go on as they are, and the next node meets what Phrase says.
 */
function runNodeAgain(context: IWebhookFunctions): void {
	const { executeData } = context as IWebhookFunctions & { executeData?: { node: { disabled?: boolean } } };
	if (executeData !== undefined) executeData.node.disabled = false;
}

function woken(item: INodeExecutionData, index: number, failure: string | undefined): INodeExecutionData {
	const mark = markIn(item.json);
	const wait = mark && {
		...mark,
		ended: true,
		timedOut: false,
		callbacks: mark.callbacks + 1,
		failure: failure ?? mark.failure,
	};
	return { ...item, json: { ...item.json, wait }, pairedItem: { item: index } };
}
