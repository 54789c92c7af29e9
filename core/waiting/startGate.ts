import type { PhraseClient } from '../http/client.types';
import { endingWith } from '../http/client';
import { PhraseError } from '../http/errors';
import { asRecord, asText } from '../http/read';
import { GET } from '../http/request';
import { mayBePerformed } from '../http/retry';
import { nextInterval } from './intervals';
import { realTime, within } from './time';

/** Refusals that are about the credential or about what was asked for, never about the moment. */
const NOT_ABOUT_THE_QUEUE = [401, 403, 404];
/** How long the question for the limits may take, for which all starts wait, in ms. */
const LONGEST_QUESTION_MS = 10_000;

/** What waiting for room needs to know. */
export interface RoomOptions {
	signal: AbortSignal;
	/** When there is no waiting any more, ms on the clock of `performance.now()`. */
	until: number;
	/** Called when there is no room. */
	onFull: (limit: number) => void;
}

/**
 * Lets a node run start no more asynchronous requests than Phrase takes at the same time.
 *
 * The first start of a run goes through unasked, so that single items cost nothing. Before further ones the
 * gate reads how many may be pending and how many are. It lets as many pass as there is room for, and reads
 * again when they are used up. What Phrase answers above the limit is not documented, so nothing depends on
 * that.
 * Source: getCurrentLimitStatus, GET /api2/v1/async/status; `limit` null means none.
 */
export class StartGate {
	private started = 0;
	/** Starts that were sent and not answered yet: Phrase may not count them. */
	private inFlight = 0;
	/** Starts that may go on without asking; undefined before the first question. */
	private room: number | undefined;
	/** The questions, one after the other. */
	private turn: Promise<unknown> = Promise.resolve();

	constructor(private readonly client: PhraseClient) {}

	/**
	 * Starts an asynchronous request, as soon as there is room for it.
	 * @param send sends the request that starts it; called again when Phrase refused it while its queue was full, and
	 * never when Phrase may have performed it
	 * @param inTurn does the waiting for room
	 * @throws what `send` throws; PhraseError when there is no room within the time limit
	 */
	async start<T>(
		send: () => Promise<T>,
		options: RoomOptions,
		inTurn: (wait: () => Promise<void>) => Promise<void>,
	): Promise<T> {
		const since = performance.now();
		for (;;) {
			if (!this.passes()) await inTurn(async () => await this.waitForRoom(since, options));
			this.started++;
			this.inFlight++;
			try {
				return await send();
			} catch (error) {
				options.signal.throwIfAborted();
				if (!(await this.wasFull(error))) throw error;
			} finally {
				this.inFlight--;
			}
		}
	}

	/** Takes a place when that needs no question. */
	private passes(): boolean {
		if (this.started === 0) return true;
		if (this.room === undefined || this.room <= 0) return false;
		this.room--;
		return true;
	}

	private async waitForRoom(since: number, options: RoomOptions): Promise<void> {
		const turn = this.turn.then(async () => {
			while (!this.passes()) {
				options.signal.throwIfAborted();
				const limit = await this.readRoom();
				if (this.passes()) return;
				options.onFull(limit);
				const elapsedMs = performance.now() - since;
				const left = options.until - performance.now();
				if (left <= 0) throw noRoom(limit, elapsedMs);
				await realTime.sleep(Math.min(nextInterval(elapsedMs), left), options.signal);
			}
		});
		this.turn = turn.catch(() => undefined);
		await turn;
	}

	/**
	 * Asks Phrase for room.
	 * @returns the limit
	 */
	private async readRoom(): Promise<number> {
		const limits = await this.readLimits();
		this.room = limits.limit - limits.count - this.inFlight;
		return limits.limit;
	}

	/** Without an answer that can be read there is no limit to respect. */
	private async readLimits(): Promise<{ limit: number; count: number }> {
		const answer = await within(
			LONGEST_QUESTION_MS,
			async (signal) =>
				await endingWith(this.client, signal)
					.send(GET`/api2/v1/async/status`)
					.catch(() => undefined),
		);
		const { limit, count } = asRecord(asRecord(answer?.value?.body).concurrentRequests);
		const [most, now] = [Number(asText(limit)), Number(asText(count))];
		return Number.isNaN(most + now) ? { limit: Infinity, count: 0 } : { limit: most, count: now };
	}

	/** Whether a start was refused while the queue was full; then it is worth another try when there is room. */
	private async wasFull(error: unknown): Promise<boolean> {
		if (!(error instanceof PhraseError) || mayBePerformed(error.kind)) return false;
		if (error.httpCode === undefined || NOT_ABOUT_THE_QUEUE.includes(error.httpCode)) return false;
		const { limit, count } = await this.readLimits();
		if (count < limit) return false;
		this.room = 0;
		return true;
	}
}

function noRoom(limit: number, elapsedMs: number): PhraseError {
	return new PhraseError({
		kind: 'timeLimit',
		message: `Phrase still has no room for another asynchronous request after ${Math.round(elapsedMs / 1000)} s`,
		description: `Phrase allows your organization ${limit} at the same time. Try again when others have ended, or raise the option 'Time Limit'.`,
	});
}

const gates = new WeakMap<PhraseClient, StartGate>();

/** The gate of all who use a client. */
export function startGate(client: PhraseClient): StartGate {
	const gate = gates.get(client) ?? new StartGate(client);
	gates.set(client, gate);
	return gate;
}
