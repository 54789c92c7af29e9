import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { NAMED_BY } from '../callbacks/callbackEvent';
import { CallbackRejected } from '../callbacks/callbackRejected';
import { madeForSomethingElse, readCallback, type ReceivedCallback } from '../callbacks/readCallback';
import { takeCallback } from '../callbacks/takeCallback';
import { SharedLooks } from '../concurrency/sharedLooks';
import { createPhraseClient } from '../http/client';
import type { PhraseClient } from '../http/client.types';
import { Credential } from '../http/credential';
import { asText } from '../http/read';
import type { CalledBack, CalledBackKind } from '../operation/startedWork';
import { endedWorks } from '../waiting/endedWorks';
import { realTime } from '../waiting/time';
import { chosenOperation, type ActionNode } from './actionNode';
import { Sleeper, type Found, type PendingWork } from './sleeper';
import { isAwake, wakesOnce } from './wakesOnce';

/** Longest callback that is taken, in bytes: Phrase repeats the job, or the analysis, that it calls back about. */
const LONGEST_BODY = 1024 * 1024;

/** Phrase does not say how long it waits for the answer to a callback. It delivers again what is not answered. */
const ANSWER_WITHIN_MS = 20_000;

/** How long a callback about one of several works waits for others, to look at all of them at once, in ms. */
const GATHER_MS = 500;

/** What is known of the works of a sleeping execution when all have ended, by their places; undefined before. */
const looks = new SharedLooks<Map<number, Found> | undefined>();

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
		const { sleepsOn: kind } = chosenOperation(context.getNode(), node.resources, (name) =>
			context.getNodeParameter(name, ''),
		).ends;
		const sleeper = Sleeper.in(context);
		if (kind === undefined || sleeper === undefined)
			throw new CallbackRejected(404, 'Nothing waits for a callback here');
		const { calledBack } = kind;
		const credential = new Credential(context, node.credentialType);
		const secret = await credential.signingSecret();
		const received = await readCallback(context, { secret, url: sleeper.url, longestBody: LONGEST_BODY });
		if (received.signed && received.context.kind !== calledBack.about) throw madeForSomethingElse();

		const { key, pending } = sleeper;
		const named = received.event[NAMED_BY[calledBack.about]];
		const works = inOrder(pending, calledBack, named);
		if (works === undefined || isAwake(key)) return {};
		const failure = believedFailure(received, calledBack, works, named);
		const look = async () => {
			const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
			if (works.length > 1) await realTime.sleep(GATHER_MS, signal);
			// The look before this one may have woken it.
			if (isAwake(key)) return undefined;
			return await found(works, kind, createPhraseClient(credential, { ...node, signal }));
		};
		const all = failure ?? (await looks.look(key, look));
		if (all === undefined || !wakesOnce(key)) return {};
		return { workflowData: [sleeper.wake(all)] };
	});
}

/**
 * The pending works, that which the callback is about first.
 * @param named what the callback is about; undefined when it does not tell
 * @returns undefined when nothing is pending, or the callback is about none of it
 */
function inOrder(
	pending: PendingWork[],
	calledBack: CalledBack,
	named: string | undefined,
): PendingWork[] | undefined {
	const about = pending.filter((one) => nameOf(one, calledBack) === named);
	if (pending.length === 0 || (named !== undefined && about.length === 0)) return undefined;
	return [...about, ...pending.filter((work) => !about.includes(work))];
}

function nameOf({ work }: PendingWork, { member }: CalledBack): string | undefined {
	return asText(work.about[member]);
}

/**
 * What a callback says of work that failed, where only callbacks tell. It is believed of the one piece of work that its
 * signed URL was made for, and of nothing else that its body may name.
 */
function believedFailure(
	{ event, context, signed }: ReceivedCallback,
	calledBack: CalledBack,
	works: PendingWork[],
	named: string | undefined,
): Map<number, Found> | undefined {
	if (!signed || event.succeeded !== false) return undefined;
	const [failed, another] = works
		.filter(({ work }) => calledBack.onlyItTellsFailure?.isAbout(context, work))
		.filter((one) => named === undefined || nameOf(one, calledBack) === named);
	if (failed === undefined || another !== undefined) return undefined;
	return new Map([[failed.place, { failure: event.error?.message ?? 'Phrase gives no reason.' }]]);
}

/**
 * Asks Phrase.
 * @returns what is known of the works, by their places, when all have ended
 * @throws CallbackRejected with 503 when Phrase cannot tell for the moment: it delivers the callback again later
 */
async function found(
	works: PendingWork[],
	kind: CalledBackKind<unknown>,
	client: PhraseClient,
): Promise<Map<number, Found> | undefined> {
	try {
		const states = await endedWorks(
			works.map(({ work }) => work),
			kind,
			client,
		);
		return states && new Map(works.flatMap(({ place }, index) => stateAt(states, index, place)));
	} catch (error) {
		const cause = error instanceof Error ? error : new Error(String(error));
		throw new CallbackRejected(503, 'Could not read the state of the work at the moment', { cause });
	}
}

function stateAt(states: Map<number, unknown>, index: number, place: number): Array<[number, Found]> {
	return states.has(index) ? [[place, { state: states.get(index) }]] : [];
}
