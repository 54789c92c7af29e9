import { createHash } from 'node:crypto';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** A source of numbers in [0, 1). */
export type Random = () => number;

/**
 * Repeatable pseudo-random numbers (mulberry32): the same seed gives the same row of numbers on every
 * machine, so that a run with random faults can be run again.
 */
export function seededRandom(seed: string): Random {
	let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/**
 * A uid of the length Phrase uses (22 characters, base 62) that depends only on its name.
 *
 * @param name - what the uid stands for, for example `project:1`
 */
export function uidOf(name: string): string {
	const bytes = createHash('sha256').update(name).digest();
	return Array.from(bytes.subarray(0, 22), (byte) => BASE62[byte % BASE62.length]).join('');
}
