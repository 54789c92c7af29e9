import { Agent, request } from 'undici';
import type { Clock } from './clock';
import type { SandboxConfig } from './config';
import type { RequestLog } from './requestLog';
import { seededRandom } from './seededRandom';

const ATTEMPT_TIMEOUT_MS = 10_000;
const MAX_ATTEMPTS_KEPT = 5_000;

/** One attempt to deliver a callback. */
export interface CallbackAttempt {
	/** When it was sent, ISO 8601. */
	at: string;
	url: string;
	/** 1 for the first delivery, 2 for the first redelivery, … */
	attempt: number;
	body: unknown;
	/** HTTP status of the answer. */
	status?: number;
	/** Why there was no answer. */
	error?: string;
}

/**
 * Delivers callbacks: a POST with a JSON body to the `callbackUrl`. Only an answer 200 counts; anything
 * else is followed by redeliveries after the configured waits (Phrase help center, "REST API": after 2, 4,
 * 8, 16 minutes, then every 30 minutes, 10 retries in all).
 */
export class Callbacks {
	/** Receivers in tests may have a self-signed certificate. */
	private readonly agent = new Agent({ connect: { rejectUnauthorized: false } });

	private readonly attempts: CallbackAttempt[] = [];

	private readonly random = seededRandom('callbacks');

	constructor(
		private readonly clock: Clock,
		private readonly config: () => SandboxConfig,
		private readonly log: RequestLog,
	) {}

	/** Sends a callback, as often as it takes and as the configuration disturbs it. */
	send(url: string | undefined, body: unknown): void {
		if (url === undefined) return;
		const { duplicates, drop, delayMs, shuffleMs } = this.config().callbacks;
		if (drop > 0 && this.random() < drop) return;
		for (let copy = 0; copy <= duplicates; copy += 1) {
			this.clock.after(delayMs + shuffleMs * this.random(), () => void this.attempt(url, body, 1));
		}
	}

	/** The attempts, oldest first. */
	list(): CallbackAttempt[] {
		return structuredClone(this.attempts);
	}

	/** Breaks off what is being sent. */
	async close(): Promise<void> {
		await this.agent.destroy();
	}

	private async attempt(url: string, body: unknown, attempt: number): Promise<void> {
		const entry: CallbackAttempt = { at: new Date().toISOString(), url, attempt, body };
		this.attempts.push(entry);
		if (this.attempts.length > MAX_ATTEMPTS_KEPT) this.attempts.shift();
		this.log.count('callbacksSent');
		try {
			const answer = await request(url, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'user-agent': 'phrase-sandbox' },
				body: JSON.stringify(body),
				dispatcher: this.agent,
				headersTimeout: ATTEMPT_TIMEOUT_MS,
			});
			entry.status = answer.statusCode;
			await answer.body.dump();
		} catch (error) {
			entry.error = error instanceof Error ? error.message : String(error);
		}
		if (entry.status === 200) {
			this.log.count('callbacksDelivered');
			return;
		}
		this.log.count('callbacksFailed');
		const wait = this.config().callbackScheduleMs[attempt - 1];
		if (wait !== undefined) this.clock.after(wait, () => void this.attempt(url, body, attempt + 1));
	}
}
