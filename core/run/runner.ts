import {
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
} from 'n8n-workflow';
import { setMaxListeners } from 'node:events';
import { signCallbackUrl, type SignedContext } from '../callbacks/callbackUrl';
import { createPhraseClient } from '../http/client';
import type { Product } from '../http/client.types';
import type { Credential } from '../http/credential';
import type { CallbackTarget } from '../fields/notify';
import { hints } from './hints';
import { hintAtRetries, isCreating } from './retryOnFail';
import { Ledger } from './ledger';
import { toNodeError } from './nodeError';
import { errorIn, toItems } from './outputItems';
import type { Operation, Outcome, RequestTools, Resources } from '../operation/operation';
import { PhraseError, toPhraseError } from '../http/errors';
import { DEFAULT_PARALLEL_REQUESTS } from '../operation/runnerOptions';
import { ItemCredentials, PerCredential } from './itemCredentials';
import { packs } from './packs';
import { inParallel } from '../concurrency/inParallel';
import { resumeUrlOf } from './resumeUrl';
import { sleep } from './sleep';
import { sleepIn, storeSleep } from './sleepState';
import { SlotPool } from '../concurrency/slots';
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
	/** Who the item acts as. */
	credential: Credential;
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
	const credentials = new ItemCredentials(context, node.credentialType);
	for (const itemIndex of context.getInputData().keys()) {
		const before = slept?.items[itemIndex]?.error;
		if (before !== undefined) {
			outcomes[itemIndex] = new PhraseError(before);
			continue;
		}
		try {
			const values = await readValues(operation, context, itemIndex);
			entries.push({ itemIndex, values, credential: await credentials.of(itemIndex) });
		} catch (error) {
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, { itemIndex });
			outcomes[itemIndex] = toPhraseError(error);
		}
	}

	const [first] = entries;
	if (first !== undefined) {
		const slots = new SlotPool(parallelRequests(first));
		const run = await prepare(context, node, { operation, slots, begun, first });
		await run.toTheEnd(
			inParallel(packs(operation.ends, entries), slots, async (pack) => {
				run.signal.throwIfAborted();
				const ended = await run.send(pack);
				pack.forEach(({ itemIndex }, index) => {
					const outcome = ended[index] ?? [];
					outcomes[itemIndex] = outcome;
					const failure = errorIn(outcome);
					if (failure === undefined) run.ended(outcome, itemIndex);
					else run.failed(failure, itemIndex);
				});
			}),
		);
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
	{ operation, slots, begun, first }: { operation: Operation; slots: SlotPool; begun: number; first: Entry },
) {
	const quit = new AbortController();
	const stopped = context.getExecutionCancelSignal();
	const signal = stopped === undefined ? quit.signal : AbortSignal.any([stopped, quit.signal]);
	// Every wait of the run listens to it, which is no leak.
	setMaxListeners(0, signal);
	const accounts = new PerCredential(async (credential) => ({
		client: createPhraseClient(credential, { ...node, signal: stopped, quit: quit.signal }),
		tools: await requestTools(context, credential),
	}));
	let failure: { error: unknown; itemIndex: number } | undefined;
	const slept = sleepIn(context.getExecuteData());
	const hint = hints(context);
	const creates = isCreating(operation, first.values, (await accounts.of(first.credential)).tools);
	const ledger = new Ledger(creates);
	if (creates) hintAtRetries(context.getNode(), hint);
	const shared = {
		signal,
		slots: slots.forParts,
		begun,
		itemCount: context.getInputData().length,
		longestWaitMs: longestWaitMs(context),
		hint,
	};
	/** Ends the run with the first failure, unless the node is set to continue. */
	const failed = (error: unknown, itemIndex: number): PhraseError => {
		if (context.continueOnFail()) return toPhraseError(error);
		failure ??= { error, itemIndex };
		quit.abort(error);
		throw error;
	};

	return {
		signal,
		/** Sends a pack and tells what came of each of its items. */
		async send(pack: [Entry, ...Entry[]]): Promise<Outcome[]> {
			try {
				const { client, tools } = await accounts.of(pack[0].credential);
				return await operation.ends.run(
					pack.map(({ itemIndex, values }) => ({
						...shared,
						client,
						values,
						since: performance.now(),
						started: (work) => ledger.add(itemIndex, work),
						failed: (error) => failed(error, itemIndex),
						slept: slept && { ...slept, failure: slept.items[itemIndex]?.failure },
						request: () => operation.request(values, tools),
						store: (stream, fileName, mimeType) =>
							context.helpers.prepareBinaryData(stream, fileName, mimeType),
					})),
				);
			} catch (error) {
				signal.throwIfAborted();
				return pack.map(() => (error instanceof Error ? error : toPhraseError(error)));
			}
		},
		failed,
		ended: (outcome: Outcome, itemIndex: number) => ledger.end(itemIndex, outcome),
		/**
		 * @throws NodeApiError or NodeOperationError of the first failure, which names what exists in Phrase, when all
		 * that had begun has ended
		 */
		async toTheEnd(work: Promise<unknown>): Promise<void> {
			try {
				await work;
			} catch (error) {
				if (failure === undefined) throw error;
				throw toNodeError(context.getNode(), failure.error, {
					itemIndex: failure.itemIndex,
					exists: ledger.exists,
				});
			}
		},
	};
}

/** Reads once per run what makes callback URLs trustworthy. */
async function requestTools(context: IExecuteFunctions, credential: Credential): Promise<RequestTools> {
	const secret = await credential.signingSecret();
	return {
		callbackUrl: (target: CallbackTarget, callbackContext: SignedContext) => {
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

/** The option is one of the whole run; n8n lets it differ between items, the first one counts. */
function parallelRequests({ values }: Entry): number {
	const options = values.options as { parallelRequests?: number } | undefined;
	return options?.parallelRequests ?? DEFAULT_PARALLEL_REQUESTS;
}
