import { endingWith } from '../http/client';
import type { PhraseClient } from '../http/client.types';
import { PhraseError, toPhraseError } from '../http/errors';
import { pendingRequests } from '../phrase/pendingRequests';
import { FIRST_INTERVAL_MS, nextInterval, SHORTEST_INTERVAL_MS, soonerFor } from './intervals';
import { SlotPool } from '../concurrency/slots';
import { ENOUGH, realTime, within, type Time } from './time';
import type { Seen, Watched, WatchOptions } from './watch.types';

/** Time until the next list, in ms, after one that shows that many have ended: what began together ends together. */
const WHEN_MANY_END_MS = 300;
/** From which share of a list on they are many. */
const MANY = 0.1;
/** How long the list may take, for which all wait who are in it, in ms. */
const LONGEST_LIST_MS = 10_000;
/** How long a look at one work may take, in ms: the first figure at the limit of the wait, the second before. */
const LONGEST_LOOK_MS = { last: 10_000, other: 60_000 };
/**
 * How often in a row a request may be missing in the list without having ended before the list is not asked about it
 * again. Once is no sign: entries change pages while others end.
 */
const MISSES = 2;
/** How many works are looked at, one by one, at the same time: half of the requests, so that files come meanwhile. */
const PARALLEL_LOOKS = 10;

/** One who waits for work. */
interface Waiter {
	/** @returns whether the work has ended */
	look(client: PhraseClient): Promise<boolean>;
	asyncRequestId?: string;
	since: number;
	until: number;
	/** Whether one look is enough, when the time is over: another one's list tells of it, and changes nothing. */
	once: boolean;
	nextLook: number;
	/** Whether a look is under way. */
	looking: boolean;
	polls: number;
	/** How often in a row it was missing in the list without having ended. */
	misses: number;
	/** Why it is not known how the work is, when the last look told nothing. */
	lastFailure?: PhraseError;
	giveUp(): void;
	fail(error: unknown): void;
}

/**
 * Watches all work that a node run waits for.
 *
 * Each work is looked at, at growing intervals, until it has ended or its time is over. A look that comes to nothing for
 * a reason that passes tells nothing, and nobody waits for the answer to another one's look.
 *
 * As long as several asynchronous requests are pending, one list of what is pending tells of all of them
 * (GET /api2/v1/async). What is in the list goes on. What is not is looked at by itself, because Phrase lists only what
 * this user started through the API: only the request's own state says that it has ended. A single request, one that
 * the list does not know, and all of them when Phrase refuses the list, are looked at one by one.
 * Source: listPendingRequests, getAsyncRequest.
 */
export class Watch {
	private readonly waiters = new Set<Waiter>();
	private readonly looks = new SlotPool(PARALLEL_LOOKS);
	private listRefused = false;
	/** When the next list may be asked for, however many requests begin one after the other. */
	private nextList = -Infinity;
	private wake = new AbortController();
	private running = false;

	constructor(
		private readonly client: PhraseClient,
		private readonly time: Time = realTime,
	) {}

	/**
	 * Waits until work has ended, well or not, or the time is over.
	 * @throws the signal's reason; what a look throws, unless that is about the moment
	 */
	async wait<T>(
		{ look, asyncRequestId }: Watched<T>,
		{ until, signal, justStarted = false, once = false }: WatchOptions,
	): Promise<Seen<T>> {
		signal.throwIfAborted();
		const since = this.time.now();
		return await new Promise((resolve, reject) => {
			const elapsedMs = () => Math.round(this.time.now() - since);
			const end = () => {
				signal.removeEventListener('abort', stop);
				this.waiters.delete(waiter);
				this.wake.abort(ENOUGH);
			};
			const waiter: Waiter = {
				look: async (client) => {
					const value = await look(client);
					if (value === undefined) return false;
					end();
					resolve({ ended: true, value, polls: waiter.polls + 1, elapsedMs: elapsedMs() });
					return true;
				},
				asyncRequestId,
				since,
				until,
				once,
				nextLook: once ? until : justStarted ? Math.min(until, since + FIRST_INTERVAL_MS) : since,
				looking: false,
				polls: 0,
				misses: 0,
				giveUp: () => {
					end();
					const { polls, lastFailure } = waiter;
					resolve({ ended: false, polls, elapsedMs: elapsedMs(), ...(lastFailure && { lastFailure }) });
				},
				fail: (error) => {
					end();
					reject(error instanceof Error ? error : new Error(String(error)));
				},
			};
			const stop = () => waiter.fail(signal.reason);
			signal.addEventListener('abort', stop, { once: true });
			this.waiters.add(waiter);
			this.wake.abort(ENOUGH);
			if (!this.running) void this.run();
		});
	}

	/** Begins a look whenever somebody's next one is due, for as long as there is somebody. */
	private async run(): Promise<void> {
		this.running = true;
		// The items of a run come one after the other within a moment: the first look is to be at all of them.
		await this.time.sleep(0, new AbortController().signal);
		while (this.waiters.size > 0) {
			this.wake = new AbortController();
			const next = this.idle().reduce((soonest, { nextLook }) => Math.min(soonest, nextLook), Infinity);
			const wait = next - this.time.now();
			if (wait > 0) await this.time.sleep(wait, this.wake.signal);
			else this.beginLooks();
		}
		this.running = false;
	}

	private beginLooks(): void {
		const due = this.idle().filter(({ nextLook }) => nextLook <= this.time.now());
		const listable = this.idle().filter((one) => this.isListable(one));
		if (listable.length < 2) {
			this.lookAtEach(due);
			return;
		}
		this.lookAtEach(due.filter((one) => !this.isListable(one)));
		const askList = due.filter((one) => this.isListable(one) && !this.isPutOff(one)).length > 0;
		if (askList) void this.lookAtList(listable);
	}

	private isListable({ asyncRequestId, misses }: Waiter): boolean {
		return asyncRequestId !== undefined && misses < MISSES && !this.listRefused;
	}

	/** Puts a look at the list off when the last one has just been. */
	private isPutOff(one: Waiter): boolean {
		one.nextLook = Math.min(one.until, this.nextList);
		return one.nextLook > this.time.now();
	}

	/** Never rejects: what goes wrong is told to those who wait. */
	private async lookAtList(listable: Waiter[]): Promise<void> {
		for (const one of listable) one.looking = true;
		const ids = listable.map(({ asyncRequestId }) => asyncRequestId ?? '');
		const list = await within(
			LONGEST_LIST_MS,
			async (signal) => await pendingRequests(endingWith(this.client, signal), ids),
			this.time,
		).catch(toPhraseError);
		this.nextList = this.time.now() + SHORTEST_INTERVAL_MS / soonerFor(listable.length);
		for (const one of listable) one.looking = false;
		if (list instanceof PhraseError && list.isPassing) {
			for (const one of listable) this.goesOn(one, list);
		} else if (list === undefined || list instanceof PhraseError) {
			// Silence, or a refusal: the single looks work without the list, and tell when they do not.
			this.listRefused ||= list !== undefined;
			this.lookAtEach(listable);
		} else {
			this.lookAtMissing(listable, list.value);
		}
		this.wake.abort(ENOUGH);
	}

	private lookAtMissing(listable: Waiter[], pending: Set<string>): void {
		const isMissing = ({ asyncRequestId = '' }: Waiter) => !pending.has(asyncRequestId);
		const missing = listable.filter(isMissing);
		const manyEnd = missing.length >= listable.length * MANY;
		const soon = manyEnd ? this.time.now() + WHEN_MANY_END_MS : Infinity;
		this.nextList = Math.min(this.nextList, soon);
		for (const one of listable) {
			if (isMissing(one)) {
				one.misses++;
			} else {
				one.misses = 0;
				this.goesOn(one, undefined, { sooner: soonerFor(listable.length), soon });
			}
		}
		this.lookAtEach(missing);
	}

	private lookAtEach(waiters: Waiter[]): void {
		for (const one of waiters) {
			one.looking = true;
			void this.looks
				.use(async () => await this.lookAt(one))
				.finally(() => {
					one.looking = false;
					this.wake.abort(ENOUGH);
				});
		}
	}

	/** Never rejects: what goes wrong is told to the one who waits. */
	private async lookAt(one: Waiter): Promise<void> {
		if (!this.waiters.has(one)) return;
		const left = one.until - this.time.now();
		const longest = Math.min(LONGEST_LOOK_MS.other, Math.max(LONGEST_LOOK_MS.last, left));
		try {
			const look = await within(
				longest,
				async (signal) => await one.look(endingWith(this.client, signal)),
				this.time,
			);
			if (look === undefined) this.goesOn(one, silent());
			else if (!look.value) this.goesOn(one);
		} catch (error) {
			if (error instanceof PhraseError && error.isPassing) this.goesOn(one, error);
			else one.fail(error);
		}
	}

	/**
	 * @param failure why it is not known whether the work has ended, when it is not
	 * @param next.sooner how much sooner the next look may come
	 * @param next.soon when it comes at the latest
	 */
	private goesOn(one: Waiter, failure?: PhraseError, { sooner = 1, soon = Infinity } = {}): void {
		const now = this.time.now();
		one.polls++;
		one.lastFailure = failure;
		const next = now + nextInterval(now - one.since, sooner);
		if (now < one.until) one.nextLook = one.once ? one.until : Math.min(one.until, next, soon);
		else one.giveUp();
	}

	private idle(): Waiter[] {
		return [...this.waiters].filter(({ looking }) => !looking);
	}
}

function silent(): PhraseError {
	return new PhraseError({ kind: 'perhapsDone', message: 'Phrase stayed silent for too long' });
}

const watches = new WeakMap<PhraseClient, Watch>();

/** The watch that all who use a client share. */
export function watchOf(client: PhraseClient): Watch {
	const watch = watches.get(client) ?? new Watch(client);
	watches.set(client, watch);
	return watch;
}
