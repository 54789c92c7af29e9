import { nextInterval, poll } from '../../../core/concurrency/poll';

const never = new AbortController().signal;

it('looks again soon at first, then ever more rarely, at most every 15 s', () => {
	const looks: number[] = [];
	for (let elapsed = 0; elapsed < 120_000; elapsed += nextInterval(elapsed)) looks.push(elapsed);
	expect(looks.slice(0, 4)).toEqual([0, 500, 1500, 2500]);
	const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
	expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
	expect(Math.max(...gaps)).toBe(15_000);
	expect(looks.length).toBeLessThan(30);
});

it('looks once when the work has ended already', async () => {
	let looks = 0;
	const result = await poll(
		async () => {
			looks++;
			return await Promise.resolve('done');
		},
		{ limitMs: 1000, signal: never },
	);
	expect([result, looks]).toEqual([
		{ ended: true, value: 'done', polls: 1, elapsedMs: expect.any(Number) },
		1,
	]);
});

it('looks a last time at the limit', async () => {
	let looks = 0;
	let lastLook = 0;
	const start = Date.now();
	const result = await poll(
		async () => {
			looks++;
			lastLook = Date.now();
			return await Promise.resolve<string | undefined>(undefined);
		},
		{ limitMs: 50, signal: never },
	);
	// A timer may fire a moment before its time, which makes one more look.
	expect(result).toMatchObject({ ended: false, polls: looks });
	expect(lastLook).toBeGreaterThanOrEqual(start + 50);
	expect(looks).toBeGreaterThan(1);
});

it('stops with the reason of the signal', async () => {
	const stop = new AbortController();
	const wait = poll(
		async () => {
			stop.abort(new Error('stopped by the user'));
			return await Promise.resolve<string | undefined>(undefined);
		},
		{ limitMs: 60_000, signal: stop.signal },
	);
	await expect(wait).rejects.toThrow('stopped by the user');
});
