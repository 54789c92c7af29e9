import { inParallel } from '../concurrency/inParallel';
import { PhraseError } from '../http/errors';
import type { Call, Outcome } from '../operation/operation';
import type { Part } from '../operation/part';
import type { FailedWork, SleepingWork, Slept } from '../operation/slept';
import { failedAfterStart, type StartedWork } from '../operation/startedWork';
import { StillPending } from '../operation/stillPending';
import { deadlineOf } from '../waiting/deadline';
import type { Ended, Polling } from '../waiting/waitFor';
import { watchOf } from '../waiting/watch';
import { collectEnded, settled } from './keptRunning';
import type { Start, WorkCourse } from './workCourse.types';

/** How long work may take that the execution does not go to sleep for, in ms. */
const SHORT_WORK_MS = 2_000;

/** What is started within this time is looked at together, in ms: one list tells of all of it. */
const TOGETHER_MS = 2_000;

/** What is known of a work: that it goes on, that it has ended well, or what prevented it. */
type Known<S> = { work: StartedWork; ended?: Ended<S> } | PhraseError;

/**
 * Starts the works of an item and looks at them after a few seconds. When one of them goes on, the execution is to sleep
 * until Phrase has called back about all of them. The run that is woken then starts nothing: it looks and collects.
 *
 * Where the execution cannot sleep, or nobody would wake it, it polls for as long as it was to sleep, and says so.
 *
 * @param limitMs longest time to sleep, in ms
 */
export async function asleep<V, S>(
	course: WorkCourse<V, S>,
	call: Call<V>,
	limitMs: number,
): Promise<Outcome> {
	const { slept, slots } = call;
	const known = await slots.lend(async () =>
		slept === undefined
			? await startAll(course, call, limitMs)
			: await inParallel(slept.works, slots, async (one) => await lookWoken(course, call, one, slept)),
	);
	if (known.some((one) => 'work' in one && one.ended === undefined)) {
		return new StillPending(
			known.map(toSleeping),
			known.flatMap((one) => ('work' in one ? namesOf(course, call, one.work) : [one])),
			// Where the execution cannot sleep, its time is over by now.
			whyAwake(course, call) === undefined ? limitMs : Date.now() - call.begun,
		);
	}
	const collect = async (one: Known<S>): Promise<Part[]> => {
		if (!('work' in one)) return [one];
		const { ended } = one;
		return ended === undefined
			? []
			: await settled(call, async () => await collectEnded(course, call, ended));
	};
	const collected = await slots.lend(async () => await inParallel(known, slots, collect));
	const parts = collected.flat();
	return course.gather?.(call, parts) ?? parts;
}

/** Starts the works of an item, and looks at each. */
async function startAll<V, S>(
	course: WorkCourse<V, S>,
	call: Call<V>,
	limitMs: number,
): Promise<Array<Known<S>>> {
	const awake = whyAwake(course, call);
	if (awake !== undefined) call.hint(awake);
	const begin = async (start: Start) =>
		await orFailure(call, async () => {
			const work = await start();
			call.started(work);
			return awake === undefined
				? await lookFirst(course, call, work)
				: await poll(course, call, work, limitMs);
		});
	return await inParallel(await course.starts(call), call.slots, begin);
}

/**
 * Looks once. At work of an earlier node that is at once; at what has just been started after a few seconds, since short
 * work is not worth a sleep.
 */
async function lookFirst<V, S>(
	{ kind, given }: WorkCourse<V, S>,
	call: Call<V>,
	work: StartedWork,
): Promise<Known<S>> {
	const now = performance.now();
	const until = given === undefined ? Math.ceil((now + SHORT_WORK_MS) / TOGETHER_MS) * TOGETHER_MS : now;
	const watched = { look: kind.look.bind(kind, work), asyncRequestId: kind.asyncRequestId?.(work) };
	return await lookedAt(work, kind, call, async () => {
		const seen = await watchOf(call.client).wait(watched, { until, signal: call.signal, once: true });
		return seen.ended ? { state: seen.value, polls: seen.polls, ...sinceStart(call, 0) } : undefined;
	});
}

/** Polls for as long as the execution was to sleep. */
async function poll<V, S>(
	{ kind, given }: WorkCourse<V, S>,
	call: Call<V>,
	work: StartedWork,
	limitMs: number,
): Promise<Known<S>> {
	const looked = given ?? kind;
	const watched = { look: looked.look.bind(looked, work), asyncRequestId: looked.asyncRequestId?.(work) };
	const until = call.since + Math.min(limitMs, call.longestWaitMs);
	return await lookedAt(work, looked, call, async () => {
		const options = { until, signal: call.signal, justStarted: given === undefined };
		const seen = await watchOf(call.client).wait(watched, options);
		return seen.ended ? { state: seen.value, polls: seen.polls, elapsedMs: seen.elapsedMs } : undefined;
	});
}

/**
 * Looks at work after a callback has woken the execution, unless it was seen to have ended. The callback does not come
 * again: while Phrase cannot tell, it looks on, until the item's time is over.
 */
async function lookWoken<V, S>(
	{ kind }: WorkCourse<V, S>,
	call: Call<V>,
	sleeping: SleepingWork | FailedWork,
	slept: Slept,
): Promise<Known<S>> {
	if ('error' in sleeping) return new PhraseError(sleeping.error);
	const { work, state, failure } = sleeping;
	call.started(work);
	const { onlyItTellsFailure } = kind.calledBack ?? {};
	const look: typeof kind.look = async (...asked) => {
		const seen = await kind.look(...asked);
		if (seen === undefined && failure !== undefined && onlyItTellsFailure !== undefined)
			throw onlyItTellsFailure.toError(work, failure);
		return seen;
	};
	return await orFailure(
		call,
		async () =>
			await lookedAt(work, kind, call, async () => {
				const waited = { polls: 0, ...sinceStart(call, slept.callbacks) };
				if (state !== undefined) return { state: state as S, ...waited };
				const watched = { look: async (client: typeof call.client) => ({ seen: await look(work, client) }) };
				const { signal } = call;
				const told = await watchOf(call.client).wait(watched, { until: deadlineOf(call), signal });
				const seen = told.ended ? told.value.seen : undefined;
				return seen === undefined ? undefined : { state: seen, ...waited };
			}),
	);
}

/**
 * Looks at work while others use the call's slot.
 * @throws PhraseError about the work
 */
async function lookedAt<S>(
	work: StartedWork,
	kind: { goOn: string },
	call: Call<unknown>,
	look: () => Promise<(Polling & { state: S }) | undefined>,
): Promise<Known<S>> {
	try {
		const ended = await call.slots.lend(look);
		return ended === undefined ? { work } : { work, ended: { work, ...ended } };
	} catch (error) {
		call.signal.throwIfAborted();
		throw failedAfterStart(error, work, kind);
	}
}

/** How long work has taken that the execution slept for, or went to sleep for. */
function sinceStart({ slept, begun }: Call<unknown>, callbacks: number) {
	const begunAt = slept === undefined ? begun : Date.parse(slept.since);
	return { callbacks, elapsedMs: Date.now() - begunAt };
}

/** What is known of a work, what prevented it included. */
async function orFailure<S>(call: Call<unknown>, know: () => Promise<Known<S>>): Promise<Known<S>> {
	try {
		return await know();
	} catch (error) {
		call.signal.throwIfAborted();
		return call.failed(error);
	}
}

/** Why a run does not go to sleep, in words for the user; undefined when it does. */
function whyAwake<V, S>({ given }: WorkCourse<V, S>, call: Call<V>): string | undefined {
	if (call.slept !== undefined) return undefined;
	const sleepless = call.sleepless();
	if (sleepless !== undefined) {
		return `${sleepless} So the node kept running, and asked Phrase again and again.`;
	}
	if (given === undefined || call.awaitsCallback) return undefined;
	return (
		'Phrase does not call this execution back about all of its items, so the node asked again and again, and did not ' +
		"sleep. Start the work in the same execution, with 'Notify' set to 'This Execution', and let the items keep " +
		"'wakesExecution', which says so."
	);
}

/** What n8n stores of a work. */
function toSleeping<S>(known: Known<S>): SleepingWork | FailedWork {
	if (!('work' in known)) return { error: known.details };
	const { work, ended } = known;
	return { work, ...(ended !== undefined && { state: ended.state }) };
}

/** The items that name a work, for the nodes that go on with it. */
function namesOf<V, S>({ choice }: WorkCourse<V, S>, call: Call<V>, work: StartedWork): Part[] {
	return choice?.started(call, work) ?? [{ json: work.about }];
}
