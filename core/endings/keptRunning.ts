import { inParallel } from '../concurrency/inParallel';
import { PhraseError } from '../http/errors';
import type { Call } from '../operation/operation';
import type { Part } from '../operation/part';
import { failedAfterStart, type StartedWork } from '../operation/startedWork';
import { waitFor, type Ended } from '../waiting/waitFor';
import type { Start, WorkCourse } from './workCourse.types';

/**
 * Starts the works of an item, polls until each has ended, and collects it.
 * @param options.goesOn whether the works are not waited for
 */
export async function keptRunning<V, S>(
	course: WorkCourse<V, S>,
	call: Call<V>,
	{ goesOn }: { goesOn: boolean },
): Promise<Part[]> {
	const starts = await course.starts(call);
	const run = async (start: Start) =>
		await settled(call, async () => {
			const started = await start();
			call.started(started);
			if (goesOn) return course.choice?.started(call, started) ?? [];
			return await finished(course, call, started);
		});
	const collected = await call.slots.lend(async () => await inParallel(starts, call.slots, run));
	const parts = collected.flat();
	return course.gather?.(call, parts) ?? parts;
}

/** What a work comes to; what goes wrong is a part beside those of the others. */
export async function settled(call: Call<unknown>, work: () => Promise<Part[]>): Promise<Part[]> {
	try {
		return await work();
	} catch (error) {
		call.signal.throwIfAborted();
		return [call.failed(error)];
	}
}

/**
 * Waits for started work and collects it.
 * @throws PhraseError about the work
 */
async function finished<V, S>(
	course: WorkCourse<V, S>,
	call: Call<V>,
	started: StartedWork,
): Promise<Part[]> {
	const { kind, given, collectUnfinished } = course;
	const justStarted = given === undefined;
	try {
		return await collectEnded(course, call, await waitFor(call, started, given ?? kind, { justStarted }));
	} catch (error) {
		const isLate = error instanceof PhraseError && error.kind === 'timeLimit';
		if (!isLate || collectUnfinished === undefined) throw error;
		return await collectUnfinished(call, started, error);
	}
}

/**
 * Collects work that has ended well.
 * @throws PhraseError about the work
 */
export async function collectEnded<V, S>(
	{ kind, collect }: WorkCourse<V, S>,
	call: Call<V>,
	ended: Ended<S>,
): Promise<Part[]> {
	try {
		return await collect(call, ended);
	} catch (error) {
		call.signal.throwIfAborted();
		throw failedAfterStart(error, ended.work, kind);
	}
}
