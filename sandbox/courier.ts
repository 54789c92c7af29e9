import { Agent, request } from 'undici';
import type { Clock } from './clock';

/** How long an answer may take when nobody says otherwise. How long Phrase waits is not documented. */
export const ANSWER_TIMEOUT_MS = 10_000;

/** How one attempt ended. */
export interface Outcome {
	/** HTTP status of the answer. */
	status?: number;
	/** Why there was no answer. */
	error?: string;
}

/** One attempt, as it begins. */
export interface Attempt {
	url: string;
	headers?: Record<string, string>;
	/** Is told how it ended. */
	end: (outcome: Outcome) => void;
}

/** A JSON body that is on its way to a receiver. */
export interface Parcel {
	/** JSON text. */
	body: string;
	/** Waits between the attempts, ms; its length is the number of retries. */
	scheduleMs: () => number[];
	/**
	 * Says where an attempt goes, just before it does.
	 *
	 * @param number - 1 for the first delivery, 2 for the first retry, …
	 * @returns undefined to call the delivery off
	 */
	begin: (number: number) => Attempt | undefined;
}

/**
 * Delivers what Phrase sends on its own: a POST that has to be answered 200 in time. Anything else is followed by
 * retries.
 */
export class Courier {
	/** Receivers in tests may have a self-signed certificate. */
	private readonly agent = new Agent({ connect: { rejectUnauthorized: false } });

	/** Attempts that are due and wait for others to end. */
	private readonly due: Array<{ parcel: Parcel; number: number }> = [];

	private underWay = 0;

	/** Parcels that are neither delivered nor given up. */
	private parcels = 0;

	private readonly idleWaiters = new Set<() => void>();

	/**
	 * @param concurrency - how many attempts are under way at once, at most
	 * @param timeoutMs - how long an answer may take
	 */
	constructor(
		private readonly clock: Clock,
		private readonly concurrency: () => number = () => Infinity,
		private readonly timeoutMs: () => number = () => ANSWER_TIMEOUT_MS,
	) {}

	/**
	 * Takes a parcel.
	 *
	 * @param delayMs - wait before the first attempt
	 */
	send(parcel: Parcel, delayMs = 0): void {
		this.parcels += 1;
		this.attemptAfter(delayMs, parcel, 1);
	}

	/** Resolves when every parcel has been delivered or given up; or at the courier's end. */
	async idle(): Promise<void> {
		if (this.parcels === 0) return;
		await new Promise<void>((resolve) => this.idleWaiters.add(resolve));
	}

	/** Breaks off what is being sent. */
	async close(): Promise<void> {
		this.wakeIdleWaiters();
		await this.agent.destroy();
	}

	private attemptAfter(ms: number, parcel: Parcel, number: number): void {
		this.clock.after(ms, () => {
			this.due.push({ parcel, number });
			this.work();
		});
	}

	private work(): void {
		while (this.underWay < this.concurrency()) {
			const next = this.due.shift();
			if (!next) return;
			const attempt = next.parcel.begin(next.number);
			if (attempt) void this.attempt(next.parcel, next.number, attempt);
			else this.finish();
		}
	}

	private async attempt(parcel: Parcel, number: number, attempt: Attempt): Promise<void> {
		this.underWay += 1;
		const outcome = await this.post(attempt, parcel.body);
		this.underWay -= 1;
		attempt.end(outcome);
		const wait = outcome.status === 200 ? undefined : parcel.scheduleMs()[number - 1];
		if (wait === undefined) this.finish();
		else this.attemptAfter(wait, parcel, number + 1);
		this.work();
	}

	private async post({ url, headers }: Attempt, body: string): Promise<Outcome> {
		const outcome: Outcome = {};
		try {
			const answer = await request(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'user-agent': 'phrase-sandbox', ...headers },
				body,
				dispatcher: this.agent,
				headersTimeout: this.timeoutMs(),
				bodyTimeout: this.timeoutMs(),
			});
			outcome.status = answer.statusCode;
			await answer.body.dump();
		} catch (error) {
			outcome.error = error instanceof Error ? error.message : String(error);
		}
		return outcome;
	}

	private finish(): void {
		this.parcels -= 1;
		if (this.parcels === 0) this.wakeIdleWaiters();
	}

	private wakeIdleWaiters(): void {
		for (const wake of this.idleWaiters) wake();
		this.idleWaiters.clear();
	}
}
