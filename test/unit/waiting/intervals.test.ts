import { nextInterval, soonerFor } from '../../../core/waiting/intervals';

it('looks again soon at first, then ever more rarely, at most every 15 s', () => {
	const looks: number[] = [];
	for (let elapsed = 0; elapsed < 180_000; elapsed += nextInterval(elapsed)) looks.push(elapsed);
	expect(looks.slice(0, 4)).toEqual([0, 500, 1200, 1900]);
	const gaps = looks.slice(1).map((at, index) => Math.round(at - (looks[index] ?? 0)));
	expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
	expect(Math.max(...gaps)).toBe(15_000);
	expect(looks.filter((at) => at <= 60_000).length).toBeLessThan(30);
});

it.each([
	[1, 1],
	[20, 1],
	[120, 2],
	[200, 3],
	[10_000, 3],
])('looks at %i works %i times as often', (works, times) => {
	expect(nextInterval(60_000, soonerFor(works))).toBeCloseTo(nextInterval(60_000) / times, -2);
});
