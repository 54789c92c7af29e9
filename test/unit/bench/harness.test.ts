import { chartOf } from '../../../bench/harness/chart';
import { resultInMarkdown } from '../../../bench/harness/markdown';
import { isMet, type Result } from '../../../bench/harness/result';
import { takeTurns } from '../../../bench/harness/rounds';
import { ratiosOf, spreadOf } from '../../../bench/harness/stats';

const RESULT: Result = {
	id: 'b7',
	title: 'Many requests',
	question: 'How long?',
	method: 'They take turns.',
	date: '2026-11-26T12:00:00.000Z',
	n8n: '2.41.1',
	node: '24.1.0',
	processor: 'A processor',
	processors: 2,
	load: { start: 0.5, end: 2 },
	minutes: 3,
	limits: [{ what: 'Ours to theirs', measured: 0.5, unit: '', atMost: 0.4 }],
	comparisons: [
		{
			name: 'Work',
			unit: 'ms',
			reference: 'Theirs',
			rows: [
				{ contender: 'Theirs', samples: [100, 300, 200], facts: {} },
				{ contender: 'Phrase TMS', samples: [50, 60, 80], facts: { connections: 16 } },
			],
		},
	],
};

beforeEach(() => {
	jest.spyOn(console, 'log').mockImplementation(() => undefined);
});

test('the median of an even number of samples lies between the two in the middle', () => {
	expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, least: 1, most: 4 });
	expect(() => spreadOf([])).toThrow('no samples');
});

test('ratios are those of the rounds, not of the medians', () => {
	expect(ratiosOf([50, 60, 80], [100, 300, 200])).toEqual({ median: 0.4, least: 0.2, most: 0.5 });
});

test('contenders take turns, the order turns round, and rounds of warming up do not count', async () => {
	const order: string[] = [];
	const contender = (name: string) => async () => {
		order.push(name);
		return { sample: order.length, facts: { turns: order.length } };
	};
	const { rows } = await takeTurns(
		{ name: 'Work', unit: 'ms', rounds: 2 },
		{ a: contender('a'), b: contender('b') },
	);
	expect(order.join('')).toBe('baabba');
	expect(rows).toEqual([
		{ contender: 'a', samples: [3, 6], facts: { turns: 6 } },
		{ contender: 'b', samples: [4, 5], facts: { turns: 5 } },
	]);
});

test('a table has median, spread, ratios and facts, and says which limits are missed', () => {
	const text = resultInMarkdown(RESULT);
	expect(text).toContain('| Theirs | 200 (100 to 300) | 1 |  |');
	expect(text).toContain('| Phrase TMS | 60.0 (50.0 to 80.0) | 0.40 (0.20 to 0.50) | 16.0 |');
	expect(text).toContain('| Ours to theirs | 0.50 | at most 0.4 | **no** |');
	expect(text).toContain('2 × A processor, load 0.5 at the start and 2 at the end');
});

test('a limit holds at its own value', () => {
	const limit = { what: '', measured: 2, unit: '' };
	expect([
		isMet({ ...limit, atMost: 2 }),
		isMet({ ...limit, atLeast: 2 }),
		isMet({ ...limit, atMost: 1 }),
	]).toEqual([true, true, false]);
});

test('bars begin at zero and are as long as their medians; whiskers end at the least and the most', () => {
	const chart = chartOf(RESULT);
	const bars = [...chart.matchAll(/<rect x="230" y="[\d.]+" width="([\d.]+)"/g)].map(([, width]) =>
		Number(width),
	);
	// The axis ends at the highest sample, 300.
	expect(bars).toHaveLength(2);
	expect((bars[0] ?? 0) / (bars[1] ?? 0)).toBeCloseTo(200 / 60, 1);
	const [, least, most] = /<path d="M([\d.]+) [\d.]+H([\d.]+)/.exec(chart) ?? [];
	expect((Number(least) - 230) / (Number(most) - 230)).toBeCloseTo(100 / 300, 2);
	expect(chart).toContain('They take turns.');
});
