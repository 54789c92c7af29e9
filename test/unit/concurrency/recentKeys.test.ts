import { RecentKeys } from '../../../core/concurrency/recentKeys';

const HOUR_MS = 3_600_000;

function keysAt(start: number, bounds = { limit: 1_000, maxAgeMs: 24 * HOUR_MS }) {
	const clock = { now: start };
	return { clock, keys: new RecentKeys(bounds, () => clock.now) };
}

const NOW = Date.UTC(2026, 1, 9);
const named = (count: number, prefix = 'E') =>
	Array.from({ length: count }, (_, index) => `${prefix}${index}`);

/** Another memory that knows only what was written. */
function readBack(text: string, now = NOW) {
	const { keys } = keysAt(now);
	keys.merge(text);
	return keys;
}

it('remembers what was added, and nothing else', () => {
	const { keys } = keysAt(NOW);
	for (const key of ['E1', '', 'E1', 'ß'.repeat(10_000)]) keys.add(key);
	expect([keys.size, keys.has('E1'), keys.has(''), keys.has('E2')]).toEqual([3, true, true, false]);
});

it('forgets a key after a day, however often it comes', () => {
	const { clock, keys } = keysAt(NOW);
	keys.add('E1');
	clock.now += 23 * HOUR_MS;
	keys.add('E1');
	keys.add('E2');
	expect(keys.has('E1')).toBe(true);
	clock.now += HOUR_MS;
	expect(keys.has('E1')).toBe(true);
	clock.now += 1_000;
	expect([keys.has('E1'), keys.has('E2'), keys.size]).toEqual([false, true, 1]);
});

it('forgets the oldest keys when there are too many', () => {
	const { clock, keys } = keysAt(NOW);
	for (const key of named(1_200)) {
		keys.add(key);
		clock.now += 1_000;
	}
	expect([keys.size, keys.has('E199'), keys.has('E200')]).toEqual([1_000, false, true]);
});

it('never forgets by time unless told to', () => {
	const clock = { now: NOW };
	const keys = new RecentKeys({ limit: 2 }, () => clock.now);
	keys.add('E1');
	clock.now += 10_000 * HOUR_MS;
	expect(keys.has('E1')).toBe(true);
	expect(keys.completeSince).toBe(-Infinity);
});

describe('its text', () => {
	it('holds all of it, and is short', () => {
		const { keys } = keysAt(NOW);
		for (const key of named(1_000)) keys.add(key.repeat(50));
		const text = keys.toText();
		expect(text.length).toBeLessThan(25_000);
		const read = readBack(text);
		expect(named(1_000).filter((key) => !read.has(key.repeat(50)))).toEqual([]);
		expect(read.toText()).toBe(text);
	});

	it('can hold keys that were not added, and never more than allowed', () => {
		const { keys } = keysAt(NOW);
		for (const key of named(1_000)) keys.add(key);
		const text = keys.toText(['mine', 'E5']);
		expect(text.split(',')).toHaveLength(1_000);
		const read = readBack(text);
		expect([read.size, read.has('mine'), read.has('E0'), read.has('E5')]).toEqual([1_000, true, false, true]);
		expect(keys.has('mine')).toBe(false);
	});

	it('keeps the times', () => {
		const { clock, keys } = keysAt(NOW);
		keys.add('E1');
		clock.now += 23 * HOUR_MS;
		const read = readBack(keys.toText(), clock.now + 2 * HOUR_MS);
		expect(read.has('E1')).toBe(false);
	});

	it.each([
		'',
		',',
		'x',
		'AAAA,BBBB',
		'A'.repeat(16),
		`${'A'.repeat(16)}ZZZ`,
		'\u0000'.repeat(100),
		'{"a":1}',
	])('is ignored as far as it cannot be read: %j', (text) => {
		const { keys } = keysAt(NOW);
		keys.add('E1');
		keys.merge(`${text},${readBackText('E2')}`);
		expect([keys.size, keys.has('E1'), keys.has('E2')]).toEqual([2, true, true]);
	});

	function readBackText(key: string): string {
		return keysAt(NOW).keys.toText([key]);
	}

	it('of a process whose clock is ahead counts from now', () => {
		const { keys: ahead } = keysAt(NOW + 1_000 * HOUR_MS);
		const { clock, keys } = keysAt(NOW);
		keys.merge(ahead.toText(['E1']));
		clock.now += 25 * HOUR_MS;
		expect(keys.has('E1')).toBe(false);
	});
});

describe('merging', () => {
	it('loses nothing of either, and the oldest of both together when there are too many', () => {
		const { clock, keys } = keysAt(NOW);
		const other = keysAt(NOW);
		for (let index = 0; index < 600; index++) {
			clock.now = other.clock.now = NOW + index * 1_000;
			keys.add(`mine${index}`);
			other.keys.add(`theirs${index}`);
		}
		keys.merge(other.keys.toText());
		const known = (prefix: string) => named(600, prefix).filter((key) => keys.has(key));
		expect([keys.size, known('mine').length, known('theirs').length]).toEqual([1_000, 500, 500]);
		expect([known('mine')[0], known('theirs')[0]]).toEqual(['mine100', 'theirs100']);
	});

	it('of what was forgotten does not push out what is newer', () => {
		const { clock, keys } = keysAt(NOW);
		keys.add('old');
		const text = keys.toText();
		for (const key of named(1_000)) {
			clock.now += 1_000;
			keys.add(key);
		}
		keys.merge(text);
		expect([keys.has('old'), keys.has('E0'), keys.size]).toEqual([false, true, 1_000]);
	});

	it('of nothing, or of the same again, changes nothing', () => {
		const { keys } = keysAt(NOW);
		const text = keysAt(NOW).keys.toText(['E1']);
		for (const one of [undefined, '', text, text]) keys.merge(one);
		expect(keys.toText()).toBe(text);
	});
});

it('tells since when it is complete', () => {
	const { clock, keys } = keysAt(NOW, { limit: 2, maxAgeMs: HOUR_MS });
	expect(keys.completeSince).toBe(NOW / 1_000 - 3_600);
	for (const key of ['E1', 'E2', 'E3']) {
		clock.now += 1_000;
		keys.add(key);
	}
	expect(keys.completeSince).toBe(NOW / 1_000 + 2);
	clock.now += 2 * HOUR_MS;
	expect(keys.completeSince).toBe(clock.now / 1_000 - 3_600);
});
