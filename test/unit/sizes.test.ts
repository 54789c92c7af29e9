import { PhraseTms } from '../../nodes/PhraseTms/PhraseTms.node';
import { linesPerOperation, median, operationSizes } from '../../scripts/operationSizes';

describe('operations', () => {
	it('are small files: 40 lines in the middle, 80 at most', () => {
		const sizes = operationSizes();
		expect(sizes.length).toBeGreaterThan(150);
		expect(sizes.filter(({ lines }) => lines > 80)).toEqual([]);
		expect(median(sizes.map(({ lines }) => lines))).toBeLessThanOrEqual(40);
	});

	it('need little besides their files', () => {
		expect(median(linesPerOperation())).toBeLessThanOrEqual(60);
	});
});

it('Phrase TMS has a description of 600 KB at most, since n8n sends it to every browser', () => {
	expect(Buffer.byteLength(JSON.stringify(new PhraseTms().description))).toBeLessThanOrEqual(600_000);
});

it.each([
	[[3, 1, 2], 2],
	[[4, 1, 2, 3], 2.5],
])('the median of %j is %d', (values, middle) => {
	expect(median(values)).toBe(middle);
});
