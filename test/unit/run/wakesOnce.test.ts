import { isAwake, wakesOnce } from '../../../core/run/wakesOnce';

describe('wakesOnce', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});

	afterEach(() => {
		jest.useRealTimers();
	});

	it('lets one call wake an execution, and another one when n8n has not done so in time', () => {
		expect([wakesOnce('one'), wakesOnce('one'), isAwake('one')]).toEqual([true, false, true]);
		jest.advanceTimersByTime(10_000);
		expect([wakesOnce('one'), isAwake('one')]).toEqual([false, true]);
		jest.advanceTimersByTime(1);
		expect(isAwake('one')).toBe(false);
		expect(wakesOnce('one')).toBe(true);
	});

	it('tells one execution from another', () => {
		expect(wakesOnce('two')).toBe(true);
		expect([isAwake('three'), wakesOnce('three')]).toEqual([false, true]);
	});

	it('does not mind a clock that is set', () => {
		wakesOnce('four');
		jest.setSystemTime(Date.now() - 3_600_000);
		jest.advanceTimersByTime(10_001);
		expect(isAwake('four')).toBe(false);
	});
});
