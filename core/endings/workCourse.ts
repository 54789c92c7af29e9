import { inParallel } from '../concurrency/inParallel';
import { waitOptions, waitSwitch } from '../fields/waitOptions';
import type { PhraseError } from '../http/errors';
import type { Call, Ending, Part } from '../operation/operation';
import { failedAfterStart, type StartedWork, type WorkKind } from '../operation/startedWork';
import { waitFor, type Ended } from '../waiting/waitFor';
import { eachAlone } from './eachAlone';

/** Starts one work. */
type Start = () => Promise<StartedWork>;

/**
 * How an operation starts work, and what it makes of it. Everything after the start gets the started work and nothing of
 * the start, so that another run can do it.
 *
 * @typeParam V values of the operation
 * @typeParam S what Phrase says of work that has ended
 */
export interface WorkCourse<V, S> {
	kind: WorkKind<S>;
	/**
	 * What an item asks for. One item may start several works, of which each is waited for and collected by itself.
	 * @returns the starts; each is called once
	 * @throws PhraseError when nothing could be started
	 */
	starts: (call: Call<V>) => Promise<Start[]>;
	/** Set when the work was started by an earlier node: it may have ended long ago. */
	given?: boolean;
	/** Lets the user choose whether to wait; without it, the operation always does. */
	choice?: {
		/** Name of the switch, 'Wait for Import' for instance. The operation has 'Notify' as well. */
		name: string;
		description: string;
		/** What comes of work that is not waited for. */
		started: (call: Call<V>, work: StartedWork) => Part[];
	};
	/** What comes of work that has ended well. */
	collect: (call: Call<V>, ended: Ended<S>) => Promise<Part[]>;
	/**
	 * What the item can still get of work that has not ended at the end of the item's time.
	 * @param failure what to say of the rest, or to throw
	 */
	collectUnfinished?: (call: Call<V>, work: StartedWork, failure: PhraseError) => Promise<Part[]>;
	/** What comes of all works of an item together; without it, the parts of each one after the other. */
	gather?: (call: Call<V>, parts: Part[]) => Part[];
}

/** Starts one work per item. */
export function startsOne<V>(start: (call: Call<V>) => Promise<StartedWork>) {
	return async (call: Call<V>) => await Promise.resolve([async () => await start(call)]);
}

/**
 * The operation starts work, waits for it, and collects it. Whatever goes wrong after a start is an error that names the
 * work; with several works per item it is a part beside the others.
 */
export function startedWork<V, S>(course: WorkCourse<V, S>): Ending<V> {
	const { choice, gather } = course;
	const wait = choice && waitSwitch(choice.name, choice.description);
	return {
		fields: wait?.fields,
		options: waitOptions,
		run: eachAlone(async (call) => {
			const starts = await course.starts(call);
			const goesOn = wait?.of(call.values).waitForCompletion !== true;
			const run = async (begin: Start) =>
				await settled(call, begin, async (started) =>
					choice && goesOn ? choice.started(call, started) : await finishWork(course, call, started),
				);
			const collected = await call.slots.lend(async () => await inParallel(starts, call.slots, run));
			const parts = collected.flat();
			return gather?.(call, parts) ?? parts;
		}),
	};
}

/** Starts a work and hands it on; what goes wrong is a part beside those of the others. */
async function settled<V>(
	call: Call<V>,
	begin: Start,
	goOn: (started: StartedWork) => Promise<Part[]>,
): Promise<Part[]> {
	try {
		const started = await begin();
		call.started(started);
		return await goOn(started);
	} catch (error) {
		call.signal.throwIfAborted();
		return [call.failed(error)];
	}
}

/**
 * Waits for started work and collects it, in the run that started it or in a later one.
 * @throws PhraseError about the work
 */
export async function finishWork<V, S>(
	{ kind, given = false, collect, collectUnfinished }: WorkCourse<V, S>,
	call: Call<V>,
	started: StartedWork,
): Promise<Part[]> {
	try {
		return await collect(call, await waitFor(call, started, kind, { justStarted: !given }));
	} catch (error) {
		call.signal.throwIfAborted();
		const failure = failedAfterStart(error, started, kind);
		if (failure.kind !== 'timeLimit' || collectUnfinished === undefined) throw failure;
		return await collectUnfinished(call, started, failure);
	}
}
