import type { Clock } from './clock';
import type { SandboxConfig } from './config';
import { Courier, type Attempt, type Outcome } from './courier';
import type { RequestLog } from './requestLog';
import { seededRandom } from './seededRandom';

const MAX_ATTEMPTS_KEPT = 5_000;

/** One attempt to deliver a callback. */
export interface CallbackAttempt extends Outcome {
	/** When it was sent, ISO 8601. */
	at: string;
	url: string;
	/** 1 for the first delivery, 2 for the first redelivery, … */
	attempt: number;
	body: unknown;
}

/**
 * Delivers callbacks: a POST with a JSON body to the `callbackUrl`. Only an answer 200 counts. After anything
 * else, redeliveries follow after the configured waits. Phrase's help center says in "REST API": after 2, 4,
 * 8, 16 minutes, then every 30 minutes, 10 retries in all.
 */
export class Callbacks {
	private readonly courier: Courier;

	private readonly attempts: CallbackAttempt[] = [];

	private readonly random = seededRandom('callbacks');

	constructor(
		clock: Clock,
		private readonly config: () => SandboxConfig,
		private readonly log: RequestLog,
	) {
		this.courier = new Courier(clock);
	}

	/** Sends a callback, as often as it takes and as the configuration disturbs it. */
	send(url: string | undefined, body: unknown): void {
		if (url === undefined) return;
		const { duplicates, drop, delayMs, shuffleMs } = this.config().callbacks;
		if (drop > 0 && this.random() < drop) return;
		const parcel = {
			body: JSON.stringify(body),
			scheduleMs: () => this.config().callbackScheduleMs,
			begin: (attempt: number) => this.begin(url, attempt, body),
		};
		for (let copy = 0; copy <= duplicates; copy += 1) {
			this.courier.send(parcel, delayMs + shuffleMs * this.random());
		}
	}

	/** The attempts, oldest first. */
	list(): CallbackAttempt[] {
		return structuredClone(this.attempts);
	}

	/** Breaks off what is being sent. */
	async close(): Promise<void> {
		await this.courier.close();
	}

	private begin(url: string, attempt: number, body: unknown): Attempt {
		const entry: CallbackAttempt = { at: new Date().toISOString(), url, attempt, body };
		this.attempts.push(entry);
		if (this.attempts.length > MAX_ATTEMPTS_KEPT) this.attempts.shift();
		this.log.count('callbacksSent');
		const end = (outcome: Outcome) => {
			Object.assign(entry, outcome);
			this.log.count(outcome.status === 200 ? 'callbacksDelivered' : 'callbacksFailed');
		};
		return { url, end };
	}
}
