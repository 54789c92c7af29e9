import { PhraseError } from '../../../core/http/errors';

/** Ends what is asked of Phrase in time, and says what it was that Phrase did not answer. */
export class Deadline {
	private readonly controller = new AbortController();
	private readonly waitingFor = new Set<string>();

	/** @param withinMs how long all requests together may take, in ms, their repetitions included */
	constructor(private readonly withinMs: number) {
		setTimeout(() => this.controller.abort(this.late()), withinMs).unref();
	}

	/** Stops the requests when the time is over. */
	get signal(): AbortSignal {
		return this.controller.signal;
	}

	/**
	 * Does something that needs Phrase.
	 * @param what what is waited for, in words that follow on 'waited for'
	 * @throws PhraseError when the time is over; what `ask` throws
	 */
	async waitFor<T>(what: string, ask: () => Promise<T>): Promise<T> {
		const { signal } = this;
		signal.throwIfAborted();
		this.waitingFor.add(what);
		let end: () => void = () => undefined;
		const over = new Promise<never>((_, reject) => {
			end = () => reject(signal.reason as Error);
			signal.addEventListener('abort', end);
		});
		try {
			return await Promise.race([ask(), over]);
		} finally {
			signal.removeEventListener('abort', end);
			this.waitingFor.delete(what);
		}
	}

	private late(): PhraseError {
		const what = [...this.waitingFor].join(' and ');
		return new PhraseError({
			kind: 'unreachable',
			message: `Phrase did not answer within ${this.withinMs / 1000} s`,
			...(what !== '' && { description: `The node waited for ${what}.` }),
		});
	}
}
