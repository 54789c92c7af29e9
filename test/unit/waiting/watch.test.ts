import { setMaxListeners } from 'node:events';
import { nextInterval } from '../../../core/waiting/intervals';
import type { Time } from '../../../core/waiting/time';
import { Watch } from '../../../core/waiting/watch';
import { asyncRequestWork } from '../../../core/waiting/asyncRequestWork';
import type { PhraseClient, PhraseResponse } from '../../../core/http/client.types';
import { PhraseError } from '../../../core/http/errors';
import type { PhraseRequest } from '../../../core/http/request';

const never = new AbortController().signal;
setMaxListeners(0, never);

/** Time that passes only while everybody sleeps, so that an hour takes no time. */
class SimulatedTime implements Time {
	private present = 0;
	private readonly sleepers: Array<{ at: number; wake: () => void }> = [];

	now(): number {
		return this.present;
	}

	async sleep(ms: number, signal: AbortSignal = never): Promise<void> {
		if (signal.aborted) return;
		await new Promise<void>((resolve) => {
			const sleeper = { at: this.present + ms, wake: resolve };
			this.sleepers.push(sleeper);
			signal.addEventListener('abort', () => {
				const index = this.sleepers.indexOf(sleeper);
				if (index >= 0) this.sleepers.splice(index, 1);
				resolve();
			});
		});
	}

	/** Lets time pass until some work is done. */
	async until<T>(work: Promise<T>): Promise<T> {
		const state = { isDone: false };
		void work.catch(() => undefined).finally(() => (state.isDone = true));
		for (;;) {
			await new Promise((resolve) => setImmediate(resolve));
			if (state.isDone) return await work;
			const next = this.sleepers.sort((a, b) => a.at - b.at).shift();
			if (next === undefined) throw new Error('Everybody waits for ever');
			this.present = Math.max(this.present, next.at);
			next.wake();
		}
	}
}

/** The part of TMS that knows asynchronous requests, in simulated time. */
class SimulatedTms implements PhraseClient {
	lists = 0;
	reads = 0;
	private readonly endsAt = new Map<string, number>();

	constructor(
		private readonly time: Time,
		private readonly options: {
			/** What is not in the list although it goes on. */
			unlisted?: (id: string) => boolean;
			/** What others have started: it goes on, in front of ours in the list. */
			others?: number;
			list?: () => PhraseResponse;
			/** Runs before each call; what it throws is what the call comes to. */
			before?: (path: string) => Promise<void>;
		} = {},
	) {}

	start(id: string, ms: number): void {
		this.endsAt.set(id, this.time.now() + ms);
	}

	async send({ path, target }: PhraseRequest): Promise<PhraseResponse> {
		await this.options.before?.(path);
		if (path === '/api2/v1/async') return this.list(new URLSearchParams(target.split('?')[1]));
		this.reads++;
		const id = path.split('/').at(-1) ?? '';
		const endsAt = this.endsAt.get(id);
		if (endsAt === undefined)
			throw new PhraseError({ kind: 'refused', message: `There is no ${id}`, httpCode: 404 });
		return answer({ id, asyncResponse: this.time.now() < endsAt ? null : { dateCreated: 'now' } });
	}

	open(): never {
		throw new Error('There are no files here');
	}

	private list(query: URLSearchParams): PhraseResponse {
		this.lists++;
		if (this.options.list) return this.options.list();
		const [page, size] = [Number(query.get('pageNumber')), Number(query.get('pageSize'))];
		const others = Array.from({ length: this.options.others ?? 0 }, (_, index) => `other-${index}`);
		const own = [...this.endsAt].filter(
			([id, endsAt]) => this.time.now() < endsAt && !this.options.unlisted?.(id),
		);
		const all = [...others, ...own.map(([id]) => id)].map((id) => ({ id, asyncResponse: null }));
		return answer({
			totalPages: Math.ceil(all.length / size),
			content: all.slice(page * size, (page + 1) * size),
		});
	}
}

function answer(body: object): PhraseResponse {
	return { status: 200, headers: {}, body };
}

const HALF_HOUR = 30 * 60_000;

const KIND = asyncRequestWork('Wait.');

/** What is watched of an asynchronous request. */
function request(asyncRequestId: string) {
	const work = { name: asyncRequestId, about: { asyncRequestId }, answer: {} };
	return { asyncRequestId, look: KIND.look.bind(KIND, work) };
}

/** Starts exports, 50 ms apart as a rule, and waits for all of them. */
async function waitForExports(
	count: number,
	ms: number,
	options: ConstructorParameters<typeof SimulatedTms>[1] & {
		limitMs?: number;
		justStarted?: boolean;
		apartMs?: number;
	} = {},
) {
	const { limitMs = HALF_HOUR, justStarted = true, apartMs = 50 } = options;
	const time = new SimulatedTime();
	const tms = new SimulatedTms(time, options);
	const watch = new Watch(tms, time);
	const results = await time.until(
		Promise.all(
			Array.from({ length: count }, async (_, index) => {
				await time.sleep(index * apartMs);
				tms.start(`export-${index}`, ms);
				return await watch.wait(request(`export-${index}`), {
					until: time.now() + limitMs,
					signal: never,
					justStarted,
				});
			}),
		),
	);
	return { results, tms, requests: tms.lists + tms.reads };
}

it.each([
	['were just started', true],
	['an earlier node started', false],
])('20 exports of 60 s that %s cost at most 48 status requests', async (_case, justStarted) => {
	const { results, requests } = await waitForExports(20, 60_000, { justStarted });
	expect(results.every(({ ended }) => ended)).toBe(true);
	expect(requests).toBeLessThanOrEqual(48);
	const latest = Math.max(...results.map(({ elapsedMs }) => elapsedMs));
	expect(latest).toBeLessThan(75_000);
});

it('notices sooner what many wait for, for little more', async () => {
	const { results, tms } = await waitForExports(200, 60_000, { apartMs: 0 });
	// A third of the interval that one of 20 would wait.
	expect(Math.max(...results.map(({ elapsedMs }) => elapsedMs - 60_000))).toBeLessThan(
		nextInterval(63_000) / 3,
	);
	expect(tms.reads).toBe(200);
	expect(tms.lists).toBeLessThan(300);
});

it('asks for the list again soon when many in it have ended', async () => {
	const { results } = await waitForExports(20, 5_000);
	// By the first list that shows some, those that end after it by the next ones.
	expect(Math.max(...results.map(({ elapsedMs }) => elapsedMs - 5_000))).toBeLessThan(500);
});

it('looks once at what is to be looked at once, also after the look of another', async () => {
	const time = new SimulatedTime();
	const tms = new SimulatedTms(time);
	const watch = new Watch(tms, time);
	const seen = Array.from({ length: 20 }, async (_, index) => {
		const id = `export-${index}`;
		tms.start(id, 60_000);
		// Those that started after a mark are looked at by the next one.
		return await watch.wait(request(id), { until: index < 10 ? 2_000 : 4_000, signal: never, once: true });
	});
	const results = await time.until(Promise.all(seen));
	expect(results.every(({ ended }) => !ended)).toBe(true);
	expect(tms.lists).toBe(2);
	expect(tms.reads).toBe(0);
});

it('reads a single request by itself, without a list', async () => {
	const { results, tms } = await waitForExports(1, 5_000);
	expect(tms.lists).toBe(0);
	expect(results).toEqual([
		{ ended: true, polls: tms.reads, elapsedMs: 5_499, value: expect.objectContaining({ id: 'export-0' }) },
	]);
});

it('looks at once at what an earlier node started', async () => {
	const { results, requests } = await waitForExports(20, 0, { justStarted: false, apartMs: 0 });
	expect(results.map(({ elapsedMs }) => elapsedMs)).toEqual(Array(20).fill(0));
	expect(requests).toBe(1 + 20);
	expect((await waitForExports(1, 0, { justStarted: false })).requests).toBe(1);
});

it('reads as many pages as it takes, and no more', async () => {
	const { tms, results } = await waitForExports(2, 1_000, { others: 120 });
	expect(results.every(({ ended }) => ended)).toBe(true);
	expect(tms.lists % 3).toBe(0);
});

it.each([
	['refuses', 403],
	['does not offer', 501],
])('reads each by itself when Phrase %s the list', async (_case, httpCode) => {
	const { tms, results } = await waitForExports(4, 5_000, {
		list: () => {
			throw new PhraseError({ kind: 'refused', message: 'No list', httpCode });
		},
	});
	expect(results.every(({ ended }) => ended)).toBe(true);
	expect(tms.lists).toBe(1);
});

it('reads each by itself when the list is none', async () => {
	const { tms, results } = await waitForExports(4, 5_000, { list: () => answer({ message: 'Hello' }) });
	expect(results.every(({ ended }) => ended)).toBe(true);
	expect(tms.lists).toBe(1);
});

it('does not take for finished what the list does not know', async () => {
	const single = await waitForExports(1, 60_000);
	const { results, tms } = await waitForExports(6, 60_000, { unlisted: (id) => id === 'export-3' });
	expect(results.map(({ elapsedMs }) => elapsedMs >= 60_000)).toEqual(Array(6).fill(true));
	// The six confirmations, and for the one outside the list no more than it would cost alone.
	expect(tms.reads).toBeLessThanOrEqual(6 + single.tms.reads + 2);
});

it('reads a request that is missing in one list, and trusts the next list', async () => {
	let looks = 0;
	const { results, tms } = await waitForExports(6, 60_000, {
		unlisted: (id) => id === 'export-3' && looks++ === 1,
	});
	expect(results.map(({ elapsedMs }) => elapsedMs >= 60_000)).toEqual(Array(6).fill(true));
	expect(tms.reads).toBe(6 + 1);
});

it('gives up at the time limit', async () => {
	const { results } = await waitForExports(3, 60_000, { limitMs: 10_000 });
	expect(results.map(({ ended, elapsedMs }) => [ended, elapsedMs])).toEqual(Array(3).fill([false, 10_000]));
});

it('fails the one that cannot be read, and goes on with the others', async () => {
	const time = new SimulatedTime();
	const tms = new SimulatedTms(time);
	const watch = new Watch(tms, time);
	tms.start('known', 3_000);
	const wait = async (id: string) => await watch.wait(request(id), { until: HALF_HOUR, signal: never });
	const outcomes = await time.until(Promise.allSettled([wait('unknown'), wait('known')]));
	expect(outcomes).toEqual([
		{ status: 'rejected', reason: expect.objectContaining({ httpCode: 404 }) },
		{ status: 'fulfilled', value: expect.objectContaining({ ended: true }) },
	]);
});

it('stops at once with the reason of the signal, and asks no more', async () => {
	const time = new SimulatedTime();
	const tms = new SimulatedTms(time);
	const watch = new Watch(tms, time);
	const stop = new AbortController();
	tms.start('a', 60_000);
	tms.start('b', 60_000);
	const waits = ['a', 'b'].map(
		async (id) => await watch.wait(request(id), { until: HALF_HOUR, signal: stop.signal, justStarted: true }),
	);
	stop.abort(new Error('stopped by the user'));
	for (const wait of waits) await expect(wait).rejects.toThrow('stopped by the user');
	expect(tms.lists + tms.reads).toBe(0);
});

/** What a test says of a failure that passes. */
const passing = () => new PhraseError({ kind: 'unreachable', message: 'No connection' });

describe('while Phrase is out of reach', () => {
	it.each([1, 6])('%i waits go on until it is back', async (count) => {
		const time = new SimulatedTime();
		const outage = { from: 10_000, to: 70_000 };
		const before = async () => {
			if (time.now() >= outage.from && time.now() < outage.to) throw passing();
			await Promise.resolve();
		};
		const tms = new SimulatedTms(time, { before });
		const watch = new Watch(tms, time);
		for (let index = 0; index < count; index++) tms.start(`export-${index}`, 60_000);
		const results = await time.until(
			Promise.all(
				Array.from(
					{ length: count },
					async (_, index) =>
						await watch.wait(request(`export-${index}`), { until: HALF_HOUR, signal: never }),
				),
			),
		);
		expect(results.map(({ ended }) => ended)).toEqual(Array(count).fill(true));
	});

	it('the end of the time says why it is not known how the work is', async () => {
		const time = new SimulatedTime();
		const tms = new SimulatedTms(time, {
			before: async () => await Promise.reject(passing()),
		});
		const result = await time.until(
			new Watch(tms, time).wait(request('a'), { until: 20_000, signal: never }),
		);
		expect(result).toMatchObject({
			ended: false,
			elapsedMs: 20_000,
			lastFailure: { message: 'No connection' },
		});
	});
});

it.each([
	['to the look at one work', (path: string) => path.endsWith('/export-2')],
	['to the list', (path: string) => path === '/api2/v1/async'],
])('silence instead of the answer %s holds nobody else', async (_case, isSilent) => {
	const time = new SimulatedTime();
	const silence = async (path: string) => {
		if (isSilent(path)) await new Promise(() => undefined);
	};
	const tms = new SimulatedTms(time, { before: silence, unlisted: () => true });
	const watch = new Watch(tms, time);
	const waits = Array.from({ length: 4 }, async (_, index) => {
		tms.start(`export-${index}`, 20_000);
		return await watch.wait(request(`export-${index}`), { until: 100_000, signal: never });
	});
	const results = await time.until(Promise.all(waits));
	const others = results.filter((_, index) => !isSilent(`/export-${index}`));
	expect(others.map(({ ended }) => ended)).toEqual(others.map(() => true));
	expect(Math.max(...others.map(({ elapsedMs }) => elapsedMs))).toBeLessThan(45_000);
	// The silent one ends at its limit, give or take the last look.
	expect(Math.max(...results.map(({ elapsedMs }) => elapsedMs))).toBeLessThanOrEqual(170_000);
});

it('the clock of the machine, set forward or back, changes nothing', async () => {
	const tms = new SimulatedTms({ now: () => performance.now(), sleep: async () => await Promise.resolve() });
	tms.start('a', 1_200);
	const day = 24 * 60 * 60_000;
	const clock = jest.spyOn(Date, 'now');
	for (const set of [day, -day]) clock.mockImplementationOnce(() => performance.timeOrigin + set);
	clock.mockImplementation(() => performance.timeOrigin + day * Math.sign(Math.sin(performance.now())));
	const result = await new Watch(tms).wait(request('a'), {
		until: performance.now() + 60_000,
		signal: never,
	});
	clock.mockRestore();
	expect(result).toMatchObject({ ended: true });
	expect(result.elapsedMs).toBeLessThan(60_000);
});
