import { Queue } from '../concurrency/queue';
import { rememberBounded } from '../concurrency/rememberBounded';
import { pause } from './pause';

/** Most requests of one credential at the same time, each of which has a connection of its own. */
const MOST_AT_ONCE = 20;

/** After how much time without a refusal one request more goes out at the same time, in ms. */
const RISE_MS = 15_000;

/** How much the last answer counts for the share of refusals. */
const LAST_ANSWER = 0.2;

/** From which share of refusals on the limit of a minute is taken for used up. */
const MOSTLY = 0.7;

/** Takes its turn; false when it does not want it any more. */
type Waiter = () => boolean;

/**
 * The requests of one credential in this process: how many go out at the same time, and when none may. Phrase counts
 * them together.
 */
export class Traffic {
	private underWay = 0;
	private readonly waiting = new Queue<Waiter>();
	/** When requests may go on, in ms since the process started. */
	private opensAt = 0;
	/** Share of the last answers that said: too many requests in a minute. */
	private refusedShare = 0;
	/** How many requests could go out at the same time at a moment; there are more of them since. */
	private allowed = { count: MOST_AT_ONCE, since: 0 };

	/**
	 * Waits until a request may go out.
	 * @param spreadMs those who wait for the same moment go on within this time, in ms
	 * @returns to be called when the request has its whole answer, or none
	 * @throws the signal's reason
	 */
	async enter(spreadMs: number, signal: AbortSignal | undefined): Promise<() => void> {
		signal?.throwIfAborted();
		if (this.underWay < this.most()) this.underWay++;
		else await this.turn(signal);
		try {
			for (let wait = this.closedFor(); wait > 0; wait = this.closedFor()) {
				await pause(wait + Math.random() * Math.min(wait, spreadMs), signal);
			}
		} catch (error) {
			this.leave();
			throw error;
		}
		return () => this.leave();
	}

	/**
	 * Notes an answer.
	 * @param isOneTooMany whether it said that there were too many requests in a minute
	 */
	noteAnswer(isOneTooMany: boolean): void {
		this.refusedShare += LAST_ANSWER * (Number(isOneTooMany) - this.refusedShare);
	}

	/**
	 * Whether Phrase refuses most of the requests, because the limit of this minute is used up. Single refusals among
	 * others hold nobody up.
	 */
	get isMostlyRefused(): boolean {
		return this.refusedShare >= MOSTLY;
	}

	/** Lets no request out for a time, in ms. */
	close(ms: number): void {
		this.opensAt = Math.max(this.opensAt, performance.now() + ms);
	}

	/**
	 * Lets half as many requests out at the same time as there were.
	 * @param sentAt when the request was sent that Phrase refused, in ms since the process started; refusals of what was
	 * sent before the last change say nothing new
	 */
	narrow(sentAt: number): void {
		if (sentAt < this.allowed.since) return;
		const count = Math.max(1, Math.floor(Math.min(this.underWay, this.most()) / 2));
		this.allowed = { count, since: performance.now() };
	}

	/** How many requests may be out at the same time now. */
	private most(): number {
		const { count, since } = this.allowed;
		return Math.min(MOST_AT_ONCE, count + Math.floor((performance.now() - since) / RISE_MS));
	}

	private closedFor(): number {
		return this.opensAt - performance.now();
	}

	private async turn(signal: AbortSignal | undefined): Promise<void> {
		await new Promise<void>((resolve, reject) => {
			const stop = () => reject(signal?.reason as Error);
			signal?.addEventListener('abort', stop, { once: true });
			this.waiting.push(() => {
				signal?.removeEventListener('abort', stop);
				if (signal?.aborted === true) return false;
				resolve();
				return true;
			});
		});
	}

	/** The place goes to the next in turn at once, so that nobody can come in between. */
	private leave(): void {
		this.underWay--;
		while (this.underWay < this.most()) {
			const next = this.waiting.shift();
			if (next === undefined) return;
			if (next()) this.underWay++;
		}
	}
}

/** Credentials whose traffic is remembered, at most. */
const MOST_CREDENTIALS = 1_000;

const traffics = new Map<string, Traffic>();

/** The traffic of a credential. */
export function trafficOf(credential: string): Traffic {
	const traffic = traffics.get(credential) ?? new Traffic();
	rememberBounded(traffics, credential, traffic, MOST_CREDENTIALS);
	return traffic;
}
