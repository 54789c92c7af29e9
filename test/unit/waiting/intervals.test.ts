import { nextInterval } from '../../../core/waiting/intervals';

it('looks again soon at first, then ever more rarely, at most every 15 s', () => {
	const looks: number[] = [];
	for (let elapsed = 0; elapsed < 120_000; elapsed += nextInterval(elapsed)) looks.push(elapsed);
	expect(looks.slice(0, 4)).toEqual([0, 500, 1500, 2500]);
	const gaps = looks.slice(1).map((at, index) => at - (looks[index] ?? 0));
	expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
	expect(Math.max(...gaps)).toBe(15_000);
	expect(looks.length).toBeLessThan(30);
});
