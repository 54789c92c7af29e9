import { digestOf as digest } from '../../../../core/concurrency/digest';
import { NodeMemories } from '../../../shared/trigger/nodeMemories';

/** Bytes of a key's digest: by chance, two of 20,000 keys are the same once in 10¹³ times. */
const DIGEST_BYTES = 9;
/** Characters of a digest. */
const DIGEST_LENGTH = (DIGEST_BYTES / 3) * 4;

/**
 * Most keys: as text they take 240 KB of the workflow's static data, which n8n writes as a whole. An account with 200
 * projects a year, each with 5 languages and 2 workflow steps, fills it in ten years.
 */
const MOST_KEYS = 20_000;

/**
 * What the event about all jobs has fired for, for as long as the workflow exists. A group of jobs that was
 * complete years ago must not fire when somebody delivers one of its jobs.
 */
export class FiredFor {
	/** Digests of the keys, the oldest first. */
	private readonly digests = new Set<string>();
	private merged: string | undefined;

	/** @param limit most keys; of more than these, the oldest are forgotten */
	constructor(private readonly limit = MOST_KEYS) {}

	/** Whether there may have been more keys than are remembered. */
	get isFull(): boolean {
		return this.digests.size >= this.limit;
	}

	has(key: string): boolean {
		return this.digests.has(digestOf(key));
	}

	add(key: string): void {
		this.digests.add(digestOf(key));
		this.forgetOldest();
	}

	/** Adds what a text of `toText` holds; ignores what it cannot read. */
	merge(text: string | undefined): void {
		if (text === undefined || text === this.merged) return;
		this.merged = text;
		for (const digest of text.match(DIGEST) ?? []) this.digests.add(digest);
		this.forgetOldest();
	}

	/**
	 * The keys as a text for `merge`.
	 * @param more keys to write as if they had been added
	 */
	toText(more: readonly string[] = []): string {
		return [...new Set([...this.digests, ...more.map(digestOf)])].slice(-this.limit).join('');
	}

	private forgetOldest(): void {
		for (const digest of this.digests) {
			if (this.digests.size <= this.limit) return;
			this.digests.delete(digest);
		}
	}
}

const DIGEST = new RegExp(`[\\w-]{${DIGEST_LENGTH}}`, 'g');

function digestOf(key: string): string {
	return digest(key, DIGEST_BYTES);
}

/** What a process remembers of the event about all jobs. */
export const firings = new NodeMemories(() => ({
	/** What it has fired for. */
	fired: new FiredFor(),
	/** What it fires for at the moment. */
	firing: new Set<string>(),
}));
