import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { signCallbackUrl, type CallbackContext } from '../callbacks/callbackUrl';
import { createPhraseClient } from '../http/client';
import type { Product } from '../http/client.types';
import { Credential } from '../http/credential';
import type { CallbackTarget } from '../fields/notify';
import { PhraseError } from '../http/errors';
import { toNodeError } from './nodeError';
import { errorIn, toItems } from './outputItems';
import type { Operation, Outcome, RequestTools, Resources } from '../operation/operation';
import { DEFAULT_PARALLEL_REQUESTS } from '../operation/runnerOptions';
import { packs } from './packs';
import { inParallel } from '../concurrency/inParallel';
import { resumeUrlOf } from './resumeUrl';
import { sleep } from './sleep';
import { sleepIn, storeSleep } from './sleepState';
import { Slots } from '../concurrency/slots';
import { StillPending } from '../operation/stillPending';
import { readValues } from './values';

/** What distinguishes one action node from another. */
export interface ActionNode {
	resources: Resources;
	product: Product;
	/** n8n name of the credential type in use. */
	credentialType: string;
}

/** One input item with what was read from it. */
interface Entry {
	itemIndex: number;
	values: Record<string, unknown>;
}

/**
 * Runs the chosen operation over all input items: first checks every item, then works on several at the same time,
 * and gives the output in the order of the input.
 *
 * @param context the node's execute context
 * @param node which operations there are and how to sign in
 * @returns n8n items, each paired with the input item it came from
 * @throws NodeOperationError when a parameter cannot be used, before anything is sent; NodeApiError when Phrase
 * refuses a call. With Continue On Fail both become items instead.
 */
export async function runOperation(
	context: IExecuteFunctions,
	node: ActionNode,
): Promise<INodeExecutionData[][]> {
	const begun = Date.now();
	const operation = chosenOperation(context.getNode(), node.resources, (name) =>
		context.getNodeParameter(name, 0, ''),
	);
	const outcomes: Outcome[] = [];
	const entries: Entry[] = [];
	const slept = sleepIn(context.getExecuteData());
	for (const itemIndex of context.getInputData().keys()) {
		const before = slept?.items[itemIndex]?.error;
		if (before !== undefined) {
			outcomes[itemIndex] = new PhraseError(before);
			continue;
		}
		try {
			entries.push({ itemIndex, values: await readValues(operation, { context, itemIndex }) });
		} catch (error) {
			outcomes[itemIndex] = failed(context, error, itemIndex);
		}
	}

	if (entries.length > 0) {
		const slots = new Slots(parallelRequests(entries));
		const run = await prepare(context, node, { operation, slots, begun });
		await inParallel(packs(operation.ends, entries), slots, async (pack) => {
			run.signal.throwIfAborted();
			const ended = await run.send(pack);
			pack.forEach(({ itemIndex }, index) => {
				const outcome = ended[index] ?? [];
				const error = errorIn(outcome);
				outcomes[itemIndex] = outcome;
				if (error !== undefined) run.failed(error, itemIndex);
			});
		});
	}
	if (outcomes.some((outcome) => outcome instanceof StillPending))
		return await sleep(context, outcomes, begun);
	if (slept !== undefined) storeSleep(context.getExecuteData(), undefined);
	return [outcomes.flatMap(toItems)];
}

/**
 * The operation that a node is set to.
 * @param parameter reads a parameter of the node
 * @throws NodeOperationError when there is none
 */
export function chosenOperation(
	node: INode,
	resources: Resources,
	parameter: (name: string) => unknown,
): Operation {
	const resource = String(parameter('resource'));
	const name = String(parameter('operation'));
	const operation = resources[resource]?.operations[name];
	if (operation === undefined) {
		throw new NodeOperationError(node, `There is no operation '${name}' for '${resource}'`, {
			description: 'Choose the resource and the operation again, or update the package n8n-nodes-phrase.',
		});
	}
	return operation;
}

/** Everything that all items of a run share. */
async function prepare(
	context: IExecuteFunctions,
	node: ActionNode,
	{ operation, slots, begun }: { operation: Operation; slots: Slots; begun: number },
) {
	const giveUp = new AbortController();
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped === undefined ? giveUp.signal : AbortSignal.any([stopped, giveUp.signal]);
	const credential = new Credential(context, node.credentialType);
	const tools = await requestTools(context, credential);
	const client = createPhraseClient(credential, { ...node, signal });
	const slept = sleepIn(context.getExecuteData());
	const shared = {
		client,
		signal,
		slots,
		begun,
		itemCount: context.getInputData().length,
		longestWaitMs: longestWaitMs(context),
		hint: hints(context),
	};

	return {
		signal,
		/** Sends a pack and tells what came of each of its items. */
		async send(pack: Entry[]): Promise<Outcome[]> {
			try {
				return await operation.ends.run(
					pack.map(({ itemIndex, values }) => ({
						...shared,
						values,
						slept: slept && { ...slept, failure: slept.items[itemIndex]?.failure },
						request: () => operation.request(values, tools),
						store: (stream, fileName, mimeType) =>
							context.helpers.prepareBinaryData(stream, fileName, mimeType),
					})),
				);
			} catch (error) {
				signal.throwIfAborted();
				return pack.map(() => asError(error));
			}
		},
		/** Ends the run with the first failure, unless the node is set to continue. */
		failed(error: Error, itemIndex: number): void {
			try {
				failed(context, error, itemIndex);
			} catch (nodeError) {
				giveUp.abort(nodeError);
				throw nodeError;
			}
		},
	};
}

/** Reads once per run what makes callback URLs trustworthy. */
async function requestTools(context: IExecuteFunctions, credential: Credential): Promise<RequestTools> {
	const secret = await credential.signingSecret();
	return {
		callbackUrl: (target: CallbackTarget, callbackContext: CallbackContext) => {
			const url = target.thisExecution ? resumeUrlOf(context) : target.url;
			if (url === undefined || !target.withContext) return url;
			return signCallbackUrl(url, callbackContext, {
				secret,
				expiresAt: new Date(Date.now() + (target.thisExecution ? SLEEPER_LIFE_MS : CALLBACK_LIFE_MS)),
			});
		},
	};
}

/** Phrase redelivers a callback for some hours; the work before it may take days. */
const CALLBACK_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** How long the execution will sleep is decided by a later node; its URL is good for nothing once it is awake. */
const SLEEPER_LIFE_MS = 366 * 24 * 60 * 60 * 1000;

/** An AI agent that waits for minutes is taken for dead, in ms. */
const LONGEST_WAIT_OF_TOOLS_MS = 60_000;

/** n8n gives a node that an AI agent uses a type of its own, with this ending. */
function longestWaitMs(context: IExecuteFunctions): number {
	return context.getNode().type.endsWith('Tool') ? LONGEST_WAIT_OF_TOOLS_MS : Infinity;
}

/** Hands hints to n8n, each text once per run. */
function hints(context: IExecuteFunctions): (text: string) => void {
	const told = new Set<string>();
	return (text) => {
		if (told.has(text)) return;
		told.add(text);
		context.logger.info(text, { node: context.getNode().name });
		context.addExecutionHints({ message: text, type: 'info', location: 'outputPane' });
	};
}

/** The option is one of the whole run; n8n lets it differ between items, the first one counts. */
function parallelRequests(entries: Entry[]): number {
	const options = entries[0]?.values.options as { parallelRequests?: number } | undefined;
	return options?.parallelRequests ?? DEFAULT_PARALLEL_REQUESTS;
}

function failed(context: IExecuteFunctions, error: unknown, itemIndex: number): Error {
	if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
	return asError(error);
}

function asError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
