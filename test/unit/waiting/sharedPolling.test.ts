import { setMaxListeners } from 'node:events';
import { SharedPolling, type Time } from '../../../core/waiting/sharedPolling';
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
		} = {},
	) {}

	start(id: string, ms: number): void {
		this.endsAt.set(id, this.time.now() + ms);
	}

	async send({ path, target }: PhraseRequest): Promise<PhraseResponse> {
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
	const polling = new SharedPolling(tms, time);
	const results = await time.until(
		Promise.all(
			Array.from({ length: count }, async (_, index) => {
				await time.sleep(index * apartMs);
				tms.start(`export-${index}`, ms);
				return await polling.wait(`export-${index}`, { limitMs, signal: never, justStarted });
			}),
		),
	);
	return { results, tms, requests: tms.lists + tms.reads };
}

it.each([
	['were just started', true],
	['an earlier node started', false],
])('20 exports of 60 s that %s cost at most 45 status requests', async (_case, justStarted) => {
	const { results, requests } = await waitForExports(20, 60_000, { justStarted });
	expect(results.every(({ ended }) => ended)).toBe(true);
	expect(requests).toBeLessThanOrEqual(45);
	const latest = Math.max(...results.map(({ elapsedMs }) => elapsedMs));
	expect(latest).toBeLessThan(75_000);
});

it('reads a single request by itself, without a list', async () => {
	const { results, tms } = await waitForExports(1, 5_000);
	expect(tms.lists).toBe(0);
	expect(results).toEqual([
		{ ended: true, polls: tms.reads, elapsedMs: 5_500, value: expect.objectContaining({ id: 'export-0' }) },
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
	const polling = new SharedPolling(tms, time);
	tms.start('known', 3_000);
	const wait = async (id: string) => await polling.wait(id, { limitMs: HALF_HOUR, signal: never });
	const outcomes = await time.until(Promise.allSettled([wait('unknown'), wait('known')]));
	expect(outcomes).toEqual([
		{ status: 'rejected', reason: expect.objectContaining({ httpCode: 404 }) },
		{ status: 'fulfilled', value: expect.objectContaining({ ended: true }) },
	]);
});

it('stops at once with the reason of the signal, and asks no more', async () => {
	const time = new SimulatedTime();
	const tms = new SimulatedTms(time);
	const polling = new SharedPolling(tms, time);
	const stop = new AbortController();
	tms.start('a', 60_000);
	tms.start('b', 60_000);
	const waits = ['a', 'b'].map(
		async (id) => await polling.wait(id, { limitMs: HALF_HOUR, signal: stop.signal, justStarted: true }),
	);
	stop.abort(new Error('stopped by the user'));
	for (const wait of waits) await expect(wait).rejects.toThrow('stopped by the user');
	expect(tms.lists + tms.reads).toBe(0);
});
