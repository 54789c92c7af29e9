import { Queue } from '../../../core/concurrency/queue';

describe('a queue', () => {
	it('gives up its entries in the order in which they came', () => {
		const queue = new Queue<number>();
		const given: Array<number | undefined> = [];
		for (let n = 0; n < 10; n++) {
			queue.push(2 * n);
			queue.push(2 * n + 1);
			given.push(queue.shift());
		}
		expect(queue.length).toBe(10);
		while (queue.length > 0) given.push(queue.shift());
		expect(given).toEqual(Array.from({ length: 20 }, (_, n) => n));
		expect(queue.shift()).toBeUndefined();
	});
});
