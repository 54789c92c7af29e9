import { packs } from '../../../core/run/packs';
import { inParallel } from '../../../core/concurrency/inParallel';

/** Work that ends when the test says so. */
function controlled() {
	const open: Array<() => void> = [];
	return {
		open,
		work: async (entry: number) => {
			await new Promise<void>((resolve) => open.push(resolve));
			return entry * 10;
		},
	};
}

const turn = async () => {
	await new Promise((resolve) => setImmediate(resolve));
};

it('works on no more entries at a time than the limit, and keeps their order', async () => {
	const { open, work } = controlled();
	const results = inParallel([1, 2, 3, 4, 5], 2, work);
	expect(open).toHaveLength(2);
	// The second one ends first.
	open.splice(1, 1)[0]?.();
	await turn();
	expect(open).toHaveLength(2);
	while (open.length > 0) {
		open.shift()?.();
		await turn();
	}
	expect(await results).toEqual([10, 20, 30, 40, 50]);
});

it('begins nothing after an error', async () => {
	const begun: number[] = [];
	const results = inParallel([1, 2, 3, 4], 1, async (entry) => {
		begun.push(entry);
		await turn();
		if (entry === 2) throw new Error('two');
	});
	await expect(results).rejects.toThrow('two');
	expect(begun).toEqual([1, 2]);
});

it('has nothing to do without entries', async () => {
	expect(await inParallel([], 5, async () => await Promise.resolve(1))).toEqual([]);
});

describe('packs', () => {
	const credential = {};
	const entries = ['a1', 'b1', 'a2', 'a3', 'b2'].map((name) => ({ credential, values: { name } }));
	const run = async () => await Promise.resolve([]);

	it('leaves each item alone unless the ending packs', () => {
		expect(packs({ run }, entries).map((pack) => pack.length)).toEqual([1, 1, 1, 1, 1]);
	});

	it('puts items with the same key together, up to the size', () => {
		const pack = { size: 2, key: (values: Record<string, unknown>) => String(values.name).charAt(0) };
		expect(packs({ pack, run }, entries).map((one) => one.map(({ values }) => values.name))).toEqual([
			['a1', 'a2'],
			['b1', 'b2'],
			['a3'],
		]);
	});

	it('keeps items of different credentials apart', () => {
		const pack = { size: 9, key: () => '' };
		const [first, ...others] = entries;
		const mixed = [{ credential: {}, values: { name: 'other' } }, ...others, ...(first ? [first] : [])];
		expect(packs({ pack, run }, mixed).map((one) => one.map(({ values }) => values.name))).toEqual([
			['other'],
			['b1', 'a2', 'a3', 'b2', 'a1'],
		]);
	});
});
