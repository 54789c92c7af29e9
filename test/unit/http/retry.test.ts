import type { ErrorKind } from '../../../core/http/errors';
import { toRefusalError } from '../../../core/http/refusal';
import type { Repeat } from '../../../core/http/request';
import { BACKOFF, delayAfter, mayRepeat, parseRetryAfter, pause } from '../../../core/http/retry';

const answered = (status: number): ErrorKind =>
	toRefusalError({ status, headers: {}, text: '' }, { product: 'tms', repeat: 'always' }).kind;

describe('whether a request may be sent again', () => {
	it.each<[string, ErrorKind, Repeat[]]>([
		['no connection', 'unreachable', ['always', 'refused']],
		['a lost connection', 'perhapsDone', ['always']],
		['an untrusted certificate', 'unusable', []],
		['a refused sign-in', 'signInRefused', []],
		['429', answered(429), ['always', 'refused']],
		['503', answered(503), ['always', 'refused']],
		['408', answered(408), ['always']],
		['500', answered(500), ['always']],
		['502', answered(502), ['always']],
		['504', answered(504), ['always']],
		['501', answered(501), []],
		['302', answered(302), []],
		['400', answered(400), []],
		['401', answered(401), []],
		['404', answered(404), []],
		['409', answered(409), []],
	])('after %s', (_name, kind, allowed) => {
		const all: Repeat[] = ['always', 'refused', 'never'];
		expect(all.filter((repeat) => mayRepeat(repeat, kind))).toEqual(allowed);
	});
});

describe('Retry-After', () => {
	it('is read as seconds', () => {
		expect(parseRetryAfter('7')).toBe(7000);
		expect(parseRetryAfter('0')).toBe(0);
	});

	it('is read as a date', () => {
		const inTenSeconds = parseRetryAfter(new Date(Date.now() + 10_000).toUTCString());
		expect(inTenSeconds).toBeGreaterThan(8_000);
		expect(inTenSeconds).toBeLessThanOrEqual(10_000);
		expect(parseRetryAfter('Wed, 21 Oct 2015 07:28:00 GMT')).toBe(0);
	});

	it.each(['', '  ', 'soon', undefined])('is nothing when it is %p', (value) => {
		expect(parseRetryAfter(value)).toBeUndefined();
	});

	it('is obeyed up to a cap', () => {
		expect(delayAfter('3', 1, BACKOFF)).toBe(3_000);
		expect(delayAfter('86400', 1, BACKOFF)).toBe(60_000);
	});
});

describe('the wait without Retry-After', () => {
	it('grows up to a cap, at random in its whole range', () => {
		for (let attempts = 1; attempts <= 12; attempts++) {
			const most = Math.min(30_000, 500 * 2 ** (attempts - 1));
			const delays = Array.from({ length: 200 }, () => delayAfter(undefined, attempts, BACKOFF));
			expect(Math.max(...delays)).toBeLessThanOrEqual(most);
			expect(Math.max(...delays)).toBeGreaterThan(most * 0.8);
			expect(Math.min(...delays)).toBeLessThan(most * 0.2);
		}
	});

	it('ends with the reason when the execution is stopped', async () => {
		const stop = new AbortController();
		const waiting = pause(60_000, stop.signal);
		stop.abort(new Error('stopped by the user'));
		await expect(waiting).rejects.toThrow('stopped by the user');
	});
});
