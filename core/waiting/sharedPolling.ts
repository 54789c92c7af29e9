import { setTimeout as delay } from 'node:timers/promises';
import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../http/client.types';
import { asRecord, asText } from '../http/read';
import { GET } from '../http/request';
import { pages } from '../http/pages';
import { isFinished } from '../phrase/asyncRequest';
import { FIRST_INTERVAL_MS, nextInterval, type PollResult } from '../concurrency/poll';

/** Shortest time between two lists, in ms, however many requests begin one after the other. */
const SHORTEST_BETWEEN_LISTS_MS = 1_000;
/**
 * How often in a row a request may be missing in the list without having ended before the list is not asked about it
 * again. Once is no sign: entries change pages while others end.
 */
const MISSES = 2;
/** How many requests are read at the same time. */
const PARALLEL_READS = 5;

/** What time is, so that a simulation can stand in for it. */
export interface Time {
	/** ms */
	now(): number;
	/** Waits; the signal cuts that short. Never rejects. */
	sleep(ms: number, signal: AbortSignal): Promise<void>;
}

const realTime: Time = {
	now: () => Date.now(),
	sleep: async (ms, signal) => await delay(ms, undefined, { signal }).catch(() => undefined),
};

/** One asynchronous request that somebody waits for. */
interface Waiter {
	id: string;
	since: number;
	/** When its time is over. */
	until: number;
	nextLook: number;
	/** How often its state was looked at. */
	polls: number;
	/** How often in a row it was missing in the list without having ended. */
	misses: number;
	settle(result: PollResult<IDataObject>): void;
	fail(error: unknown): void;
}

/**
 * Watches the asynchronous requests of one node run together.
 *
 * As long as several are pending, one list of what is pending tells of all of them (GET /api2/v1/async). What is in the
 * list goes on. What is not is read by itself (GET /api2/v1/async/{asyncRequestId}), because Phrase lists only what
 * this user started through the API: only the request's own state says that it has ended. A single request, one that
 * the list does not know, and all of them when Phrase refuses the list, are read one by one.
 * Source: operations `listPendingRequests`, `getAsyncRequest`.
 */
export class SharedPolling {
	private readonly waiters = new Set<Waiter>();
	private listRefused = false;
	private lastList = -Infinity;
	private wake = new AbortController();
	private running = false;

	constructor(
		private readonly client: PhraseClient,
		private readonly time: Time = realTime,
	) {}

	/**
	 * Waits until a request has ended, well or not, or the time is up.
	 *
	 * @param options.limitMs longest time to wait, in ms; the last look is at the limit
	 * @param options.signal stops the wait at once
	 * @param options.justStarted leaves out the first look: the answer that named the id was one
	 * @throws the signal's reason; PhraseError when the request cannot be read
	 */
	async wait(
		id: string,
		{ limitMs, signal, justStarted = false }: { limitMs: number; signal: AbortSignal; justStarted?: boolean },
	): Promise<PollResult<IDataObject>> {
		signal.throwIfAborted();
		const since = this.time.now();
		const until = since + limitMs;
		return await new Promise((resolve, reject) => {
			const end = () => {
				signal.removeEventListener('abort', stop);
				this.waiters.delete(waiter);
				this.wake.abort();
			};
			const waiter: Waiter = {
				id,
				since,
				until,
				nextLook: justStarted ? Math.min(until, since + FIRST_INTERVAL_MS) : since,
				polls: 0,
				misses: 0,
				settle: (result) => {
					end();
					resolve(result);
				},
				fail: (error) => {
					end();
					reject(error instanceof Error ? error : new Error(String(error)));
				},
			};
			const stop = () => waiter.fail(signal.reason);
			signal.addEventListener('abort', stop, { once: true });
			this.waiters.add(waiter);
			this.wake.abort();
			if (!this.running) void this.run();
		});
	}

	/** Looks whenever somebody's next look is due, for as long as there is somebody. */
	private async run(): Promise<void> {
		this.running = true;
		// The items of a run come one after the other within a moment: the first look is to be at all of them.
		await this.time.sleep(0, new AbortController().signal);
		while (this.waiters.size > 0) {
			this.wake = new AbortController();
			const wait = Math.min(...this.all().map(({ nextLook }) => nextLook)) - this.time.now();
			if (wait > 0) await this.time.sleep(wait, this.wake.signal);
			else await this.look();
		}
		this.running = false;
	}

	/** Never rejects: what goes wrong is told to those who wait. */
	private async look(): Promise<void> {
		const due = this.all().filter(({ nextLook }) => nextLook <= this.time.now());
		const listable = this.listRefused ? [] : this.all().filter(({ misses }) => misses < MISSES);
		if (listable.length < 2) {
			await this.readEach(due);
			return;
		}
		await this.readEach(due.filter((one) => !listable.includes(one)));
		if (due.some((one) => listable.includes(one) && !this.isPutOff(one))) await this.lookAtList(listable);
	}

	/** Puts a look at the list off when the last one has just been. */
	private isPutOff(one: Waiter): boolean {
		one.nextLook = Math.min(one.until, this.lastList + SHORTEST_BETWEEN_LISTS_MS);
		return one.nextLook > this.time.now();
	}

	private async lookAtList(listable: Waiter[]): Promise<void> {
		const missing = await this.missingInList(listable).catch(() => undefined);
		this.lastList = this.time.now();
		if (missing === undefined) {
			// Whatever the reason: the single reads work without the list, and tell when they do not.
			this.listRefused = true;
			await this.readEach(listable);
			return;
		}
		for (const one of listable) {
			if (missing.has(one)) continue;
			one.misses = 0;
			this.goesOn(one);
		}
		for (const one of await this.readEach([...missing])) one.misses++;
	}

	/** Reads the list, no more pages than it takes to find everybody. */
	private async missingInList(listable: Waiter[]): Promise<Set<Waiter>> {
		const missing = new Set(listable);
		for await (const { answer, entries } of pages(this.client, GET`/api2/v1/async`, Infinity)) {
			if (!Array.isArray(answer.content)) throw new Error('The list has no content');
			const ids = new Set(entries.map(({ id }) => asText(id)));
			for (const one of missing) if (ids.has(one.id)) missing.delete(one);
			if (missing.size === 0) break;
		}
		return missing;
	}

	/**
	 * Reads requests one by one.
	 * @returns those that go on
	 */
	private async readEach(waiters: Waiter[]): Promise<Waiter[]> {
		const queue = waiters.values();
		const goOn: Waiter[] = [];
		const reader = async () => {
			for (const one of queue) {
				if (!this.waiters.has(one)) continue;
				try {
					const { body } = await this.client.send(GET`/api2/v1/async/${one.id}`);
					if (this.settled(one, asRecord(body))) continue;
					this.goesOn(one);
					goOn.push(one);
				} catch (error) {
					one.fail(error);
				}
			}
		};
		await Promise.all(Array.from({ length: Math.min(PARALLEL_READS, waiters.length) }, reader));
		return goOn;
	}

	private settled(one: Waiter, asyncRequest: IDataObject): boolean {
		if (!isFinished(asyncRequest)) return false;
		const elapsedMs = this.time.now() - one.since;
		one.settle({ ended: true, value: asyncRequest, polls: one.polls + 1, elapsedMs });
		return true;
	}

	private goesOn(one: Waiter): void {
		const now = this.time.now();
		one.polls++;
		if (now < one.until) one.nextLook = Math.min(one.until, now + nextInterval(now - one.since));
		else one.settle({ ended: false, polls: one.polls, elapsedMs: now - one.since });
	}

	private all(): Waiter[] {
		return [...this.waiters];
	}
}

const shared = new WeakMap<PhraseClient, SharedPolling>();

/** The polling that all who use a client share. */
export function sharedPolling(client: PhraseClient): SharedPolling {
	const polling = shared.get(client) ?? new SharedPolling(client);
	shared.set(client, polling);
	return polling;
}
