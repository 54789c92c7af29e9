import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { setMaxListeners } from 'node:events';
import { createPhraseClient } from '../http/client';
import { chosenOperation, type ActionNode } from './actionNode';
import { hints } from './hints';
import { hintAtRetries, isCreating } from './retryOnFail';
import { isTool } from '../fields/isTool';
import { Ledger } from './ledger';
import { toNodeError } from './nodeError';
import { errorIn, outputOf } from './outputItems';
import { intoOutputs } from './outputs';
import type { Operation, Outcome } from '../operation/operation';
import { toPhraseError, type PhraseError } from '../http/errors';
import { DEFAULT_PARALLEL_REQUESTS } from '../operation/runnerOptions';
import { readEntries, type Entry } from './entries';
import { PerCredential } from './itemCredentials';
import { packs } from './packs';
import { inParallel } from '../concurrency/inParallel';
import { confidentially, toRequest } from './requestTools';
import { sleep } from './sleep';
import { forgetSleep, sleepIn } from './sleepState';
import { wakesThisExecution, withWakesExecution } from './wakesExecution';
import { SlotPool } from '../concurrency/slots';
import { StillPending } from '../operation/stillPending';

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
	const { entries, outcomes } = await readEntries(context, node, operation);
	const [first] = entries;
	if (first !== undefined) {
		const slots = new SlotPool(parallelRequests(first));
		const run = await prepare(context, node, { operation, slots, begun, first });
		await run.toTheEnd(
			inParallel(packs(operation.ends, entries), slots, async (pack) => {
				run.signal.throwIfAborted();
				const ended = await run.send(pack);
				pack.forEach(({ itemIndex, values }, index) => {
					const outcome = withWakesExecution(ended[index] ?? [], values, context);
					outcomes[itemIndex] = outcome;
					const failure = errorIn(outcome);
					if (failure === undefined) run.ended(outcome, itemIndex);
					else run.failed(failure, itemIndex);
				});
			}),
		);
	}
	const toItems = outputOf(context, operation);
	if (outcomes.some((outcome) => outcome instanceof StillPending))
		return await sleep(context, operation, outcomes, { toItems, begun });
	forgetSleep(context.getExecuteData());
	return intoOutputs(context, operation, outcomes.flatMap(toItems));
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
	const clients = new PerCredential(async (credential) =>
		createPhraseClient(credential, { ...node, signal: stopped, quit: quit.signal }),
	);
	let failure: { error: unknown; itemIndex: number } | undefined;
	const slept = sleepIn(context.getExecuteData());
	const hint = hints(context);
	const creates = isCreating(operation, first);
	const ledger = new Ledger(creates);
	if (creates && operation.ends.looksFirst?.(first.values) !== true) hintAtRetries(context.getNode(), hint);
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
				const client = await clients.of(pack[0].credential);
				return await operation.ends.run(
					pack.map(({ itemIndex, values, tools }) => ({
						...shared,
						client,
						values,
						since: performance.now(),
						started: (work) => ledger.add(itemIndex, work),
						failed: (error) => failed(error, itemIndex),
						awaitsCallback: wakesThisExecution(context.getInputData()[itemIndex]?.json, context),
						sleepless: tools.sleepless,
						slept: slept && { ...slept, works: slept.items[itemIndex]?.works ?? [] },
						request: (others) => toRequest(operation, { ...values, ...others }, tools),
						requestWith: (make) => confidentially(tools, make),
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

/** An AI agent that waits for minutes is taken for dead, in ms. */
const LONGEST_WAIT_OF_TOOLS_MS = 60_000;

function longestWaitMs(context: IExecuteFunctions): number {
	return isTool(context.getNode()) ? LONGEST_WAIT_OF_TOOLS_MS : Infinity;
}

/** The option is one of the whole run; n8n lets it differ between items, the first one counts. */
function parallelRequests({ values }: Entry): number {
	const options = values.options as { parallelRequests?: number } | undefined;
	return options?.parallelRequests ?? DEFAULT_PARALLEL_REQUESTS;
}
