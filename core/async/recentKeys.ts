import { createHash } from 'node:crypto';

/** How much is remembered. */
export interface Bounds {
	/** Most keys; the oldest are forgotten first. */
	limit: number;
	/** How long a key is remembered, in ms; unlimited by default. */
	maxAgeMs?: number;
}

/** What time is, in ms since 1970, so that tests can stand in for it. */
type Clock = () => number;

/** Bytes of a key's digest: by chance, two of 1,000 keys are the same once in 10²³ times. */
const DIGEST_BYTES = 12;
/** Characters of a digest. */
const DIGEST_LENGTH = (DIGEST_BYTES / 3) * 4;

/** A digest, and when its key was added, in seconds since 1970. */
const ENTRY = new RegExp(`^[\\w-]{${DIGEST_LENGTH}}[0-9a-z]{1,8}$`);
const SEPARATOR = ',';
const RADIX = 36;

/**
 * Remembers keys for a while, as a bounded set whose text can be stored: 23 characters for each key, whatever its
 * length. Merging the texts of others loses nothing, so that several processes can share what they know.
 */
export class RecentKeys {
	/** When each key was added, in seconds since 1970, by digest; the oldest first. */
	private times = new Map<string, number>();
	private merged: string | undefined;

	/** @param now the time; the clock of the process by default */
	constructor(
		private readonly bounds: Bounds,
		private readonly now: Clock = () => Date.now(),
	) {}

	/** How many keys are remembered. */
	get size(): number {
		this.forgetOld();
		return this.times.size;
	}

	/** Since when every key that was added is remembered, in seconds since 1970. */
	get completeSince(): number {
		this.forgetOld();
		const { limit, maxAgeMs = Infinity } = this.bounds;
		const [oldest = Infinity] = this.times.values();
		return this.times.size < limit ? this.seconds() - maxAgeMs / 1000 : oldest;
	}

	has(key: string): boolean {
		this.forgetOld();
		return this.times.has(digestOf(key));
	}

	/** Remembers a key from now on; one that is remembered already keeps its time. */
	add(key: string): void {
		const digest = digestOf(key);
		if (!this.times.has(digest)) this.times.set(digest, this.seconds());
		this.forgetOld();
	}

	/**
	 * Adds what a text of `toText` holds; ignores what it cannot read.
	 * Does nothing for the text that was merged last, and does not sort unless there is something new: this runs for
	 * each event.
	 */
	merge(text: string | undefined): void {
		if (text === undefined || text === this.merged) return;
		this.merged = text;
		const latest = this.seconds();
		const unknown: Array<[string, number]> = [];
		for (const entry of text.split(SEPARATOR)) {
			const digest = entry.slice(0, DIGEST_LENGTH);
			if (this.times.has(digest) || !ENTRY.test(entry)) continue;
			// The clock of another process may be ahead.
			unknown.push([digest, Math.min(parseInt(entry.slice(DIGEST_LENGTH), RADIX), latest)]);
		}
		if (unknown.length === 0) return;
		// Both parts are in order, which makes sorting them linear.
		this.times = new Map([...this.times, ...unknown].sort(([, one], [, other]) => one - other));
		this.forgetOld();
	}

	/**
	 * The keys as a text for `merge`.
	 * @param more keys to write as if they had been added
	 */
	toText(more: readonly string[] = []): string {
		this.forgetOld();
		const entries: string[] = [];
		for (const [digest, time] of this.times) entries.push(digest + time.toString(RADIX));
		const now = this.seconds().toString(RADIX);
		for (const digest of more.map(digestOf)) if (!this.times.has(digest)) entries.push(digest + now);
		return entries.slice(-this.bounds.limit).join(SEPARATOR);
	}

	private forgetOld(): void {
		const { limit, maxAgeMs = Infinity } = this.bounds;
		const oldest = this.seconds() - maxAgeMs / 1000;
		for (const [digest, time] of this.times) {
			if (this.times.size <= limit && time >= oldest) return;
			this.times.delete(digest);
		}
	}

	private seconds(): number {
		return Math.floor(this.now() / 1000);
	}
}

function digestOf(key: string): string {
	return createHash('sha256').update(key).digest().subarray(0, DIGEST_BYTES).toString('base64url');
}
