import { digestOf as digest } from './digest';

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
	/** Entries as they are in the text, by digest; the oldest first. */
	private entries = new Map<string, string>();
	/** The time of the newest entry, in seconds since 1970. */
	private newest = 0;
	private merged: string | undefined;

	/** @param now the time; the clock of the process by default */
	constructor(
		private readonly bounds: Bounds,
		private readonly now: Clock = () => Date.now(),
	) {}

	/** How many keys are remembered. */
	get size(): number {
		this.forgetOld();
		return this.entries.size;
	}

	/** Since when every key that was added is remembered, in seconds since 1970. */
	get completeSince(): number {
		this.forgetOld();
		const { limit, maxAgeMs = Infinity } = this.bounds;
		const [oldest] = this.entries.values();
		if (oldest === undefined || this.entries.size < limit) return this.seconds() - maxAgeMs / 1000;
		return timeOf(oldest);
	}

	has(key: string): boolean {
		this.forgetOld();
		return this.entries.has(digestOf(key));
	}

	/** Remembers a key from now on; one that is remembered already keeps its time. */
	add(key: string): void {
		const digest = digestOf(key);
		if (!this.entries.has(digest)) this.append(digest, this.seconds());
		this.forgetOld();
	}

	/**
	 * Adds what a text of `toText` holds; ignores what it cannot read.
	 * Runs for each event, so it does no more than it must. It does nothing for the text that was merged
	 * last. It sorts only when something new is older than what is known.
	 */
	merge(text: string | undefined): void {
		if (text === undefined || text === this.merged) return;
		this.merged = text;
		const latest = this.seconds();
		const { newest } = this;
		let isInOrder = true;
		for (const entry of text.split(SEPARATOR)) {
			const digest = entry.slice(0, DIGEST_LENGTH);
			if (this.entries.has(digest) || !ENTRY.test(entry)) continue;
			// The clock of another process may be ahead.
			const time = Math.min(timeOf(entry), latest);
			isInOrder &&= time >= newest;
			this.append(digest, time);
		}
		if (!isInOrder) this.sort();
		this.forgetOld();
	}

	/**
	 * The keys as a text for `merge`.
	 * @param more keys to write as if they had been added
	 */
	toText(more: readonly string[] = []): string {
		this.forgetOld();
		const unknown = more.map(digestOf).filter((digest) => !this.entries.has(digest));
		const added = unknown.map((digest) => entryOf(digest, this.seconds()));
		return [...this.entries.values(), ...added].slice(-this.bounds.limit).join(SEPARATOR);
	}

	private append(digest: string, time: number): void {
		this.entries.set(digest, entryOf(digest, time));
		this.newest = Math.max(this.newest, time);
	}

	private sort(): void {
		const timed = [...this.entries].map(([digest, entry]) => ({ digest, entry, time: timeOf(entry) }));
		timed.sort((one, other) => one.time - other.time);
		this.entries = new Map(timed.map(({ digest, entry }) => [digest, entry]));
	}

	private forgetOld(): void {
		const { limit, maxAgeMs = Infinity } = this.bounds;
		const oldest = this.seconds() - maxAgeMs / 1000;
		for (const [digest, entry] of this.entries) {
			if (this.entries.size <= limit && timeOf(entry) >= oldest) return;
			this.entries.delete(digest);
		}
	}

	private seconds(): number {
		return Math.floor(this.now() / 1000);
	}
}

function entryOf(digest: string, time: number): string {
	return digest + time.toString(RADIX);
}

/** In seconds since 1970. */
function timeOf(entry: string): number {
	return parseInt(entry.slice(DIGEST_LENGTH), RADIX);
}

function digestOf(key: string): string {
	return digest(key, DIGEST_BYTES);
}
