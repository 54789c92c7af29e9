import { PhraseError, type ErrorKind } from '../../../core/http/errors';
import { toRefusalError } from '../../../core/http/refusal';
import type { Repeat } from '../../../core/http/request';
import { pause } from '../../../core/http/pause';
import {
	AT_ONCE_MS,
	BACKOFF,
	delayAfter,
	mayRepeat,
	parseRetryAfter,
	untilItWorks,
	type Attempt,
} from '../../../core/http/retry';
import { Traffic } from '../../../core/http/traffic';

jest.mock('../../../core/http/pause', () => {
	const actual = jest.requireActual<{ pause: typeof pause }>('../../../core/http/pause');
	return { pause: jest.fn(actual.pause) };
});

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
	it.each([
		['7', 7_000],
		['1.5', 1_500],
		[' 3, 5 ', 5_000],
	])('%j is read as seconds, the longest ones when there are several', (value, ms) => {
		expect(parseRetryAfter(value)).toBe(ms);
	});

	it('is read as a date, the latest one when there are several', () => {
		const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();
		for (const value of [inSeconds(10), `${inSeconds(10)}, ${inSeconds(4)}`, `4, ${inSeconds(10)}`]) {
			expect(parseRetryAfter(value)).toBeGreaterThan(8_000);
			expect(parseRetryAfter(value)).toBeLessThanOrEqual(10_000);
		}
	});

	it.each(['', '  ', 'soon', undefined, '0', '0, 0', '-5', 'Wed, 21 Oct 2015 07:28:00 GMT'])(
		'is nothing when it is %p',
		(value) => {
			expect(parseRetryAfter(value)).toBeUndefined();
		},
	);

	it('is obeyed up to a cap, with some time at random', () => {
		for (const [value, ms] of [
			['3', 3_000],
			['86400', 60_000],
		] as const) {
			const delays = Array.from({ length: 200 }, () => delayAfter(value, 1, BACKOFF));
			expect(Math.min(...delays)).toBeGreaterThanOrEqual(ms);
			expect(Math.max(...delays)).toBeLessThanOrEqual(ms + 500);
			expect(new Set(delays).size).toBeGreaterThan(100);
		}
	});
});

describe('the wait without Retry-After', () => {
	it('grows up to a cap, at random in nearly its whole range, and is never nothing', () => {
		for (let attempts = 1; attempts <= 12; attempts++) {
			const most = Math.min(30_000, 500 * 2 ** (attempts - 1));
			for (const nothing of [undefined, '0', '-1', 'Wed, 21 Oct 2015 07:28:00 GMT']) {
				const delays = Array.from({ length: 200 }, () => delayAfter(nothing, attempts, BACKOFF));
				expect(Math.max(...delays)).toBeLessThanOrEqual(most);
				expect(Math.max(...delays)).toBeGreaterThan(most * 0.8);
				expect(Math.min(...delays)).toBeLessThan(250 + most * 0.2);
				expect(Math.min(...delays)).toBeGreaterThanOrEqual(250);
			}
		}
	});

	it('ends with the reason when the execution is stopped', async () => {
		const stop = new AbortController();
		const waiting = pause(60_000, stop.signal);
		stop.abort(new Error('stopped by the user'));
		await expect(waiting).rejects.toThrow('stopped by the user');
	});
});

describe('the wait after too many requests at the same time', () => {
	/** Waits of many requests that are refused once. */
	async function waits(retryAfter?: string): Promise<number[]> {
		const waited: number[] = [];
		jest.mocked(pause).mockImplementation(async (ms) => await Promise.resolve(void waited.push(ms)));
		const options = { traffic: new Traffic(), backoff: BACKOFF, atOnceMs: AT_ONCE_MS };
		for (let count = 0; count < 200; count++) {
			const error = new PhraseError({ kind: 'busy', message: 'Too many' });
			const attempts: Array<Attempt<string>> = [
				{ error, asked: { tooMany: 'atOnce', retryAfter, sentAt: 0 } },
				{ value: 'done' },
			];
			const attempt = async () => await Promise.resolve(attempts.shift() ?? { value: '' });
			expect(await untilItWorks(attempt, { ...options, repeat: 'refused' })).toBe('done');
		}
		return waited;
	}

	it('is a minute, and up to half of one more at random', async () => {
		const waited = await waits();
		expect(Math.min(...waited)).toBeGreaterThanOrEqual(60_000);
		expect(Math.max(...waited)).toBeLessThanOrEqual(90_000);
		expect(Math.max(...waited)).toBeGreaterThan(80_000);
		expect(new Set(waited).size).toBeGreaterThan(100);
	});

	it('is longer when Phrase asks for that, and not shorter', async () => {
		expect(new Set(await waits('300'))).toEqual(new Set([300_000]));
		expect(Math.min(...(await waits('1')))).toBeGreaterThanOrEqual(60_000);
	});
});

describe('the wait after too many requests in a minute', () => {
	/** Waits of one request that is refused until it is given up. */
	async function waits(traffic: Traffic): Promise<number[]> {
		const waited: number[] = [];
		jest.mocked(pause).mockImplementation(async (ms) => await Promise.resolve(void waited.push(ms)));
		const error = new PhraseError({ kind: 'busy', message: 'Too many' });
		const attempt = async () =>
			await Promise.resolve({ error, asked: { tooMany: 'inAMinute', sentAt: 0 } } as const);
		const options = { traffic, backoff: BACKOFF, atOnceMs: AT_ONCE_MS, repeat: 'refused' } as const;
		await expect(untilItWorks(attempt, options)).rejects.toBe(error);
		return waited;
	}

	it('is short at first, and long enough in all for the next minute to come', async () => {
		for (let count = 0; count < 100; count++) {
			const waited = await waits(new Traffic());
			expect(waited[0]).toBeLessThanOrEqual(50);
			expect(waited[0]).toBeGreaterThanOrEqual(25);
			expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(60_000);
		}
	});

	it('stays short while others get through', async () => {
		const traffic = new Traffic();
		jest.spyOn(traffic, 'isMostlyRefused', 'get').mockReturnValue(false);
		expect(Math.max(...(await waits(traffic)))).toBeLessThanOrEqual(250);
	});

	it('holds the other requests of the credential up when nearly all are refused, and not before', async () => {
		const traffic = new Traffic();
		const close = jest.spyOn(traffic, 'close');
		const waited = await waits(traffic);
		// Not after the first five; after the last one nothing is waited for.
		expect(close.mock.calls.map(([ms]) => ms).slice(0, -1)).toEqual(waited.slice(5));
	});
});
