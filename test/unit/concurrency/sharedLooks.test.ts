import { SharedLooks } from '../../../core/concurrency/sharedLooks';
import { until } from '../../support/until';

/** Looks that are answered by hand, in their order. */
function answeredByHand() {
	const begun: Array<{ answer: (value: string) => void; fail: (error: Error) => void }> = [];
	const ask = async () =>
		await new Promise<string>((answer, fail) => {
			begun.push({ answer, fail });
		});
	return { begun, ask, looks: new SharedLooks<string>() };
}

it('lets those that come while a look is under way share the one after it', async () => {
	const { begun, ask, looks } = answeredByHand();
	const first = looks.look('a', ask);
	const others = [looks.look('a', ask), looks.look('a', ask)];
	expect(begun).toHaveLength(1);
	begun[0]?.answer('one');
	expect(await first).toBe('one');
	await until(() => begun.length === 2);
	const last = looks.look('a', ask);
	begun[1]?.answer('two');
	expect(await Promise.all(others)).toEqual(['two', 'two']);
	await until(() => begun.length === 3);
	begun[2]?.answer('three');
	expect(await last).toBe('three');
	expect(begun).toHaveLength(3);
});

it('looks at different things at the same time', async () => {
	const { begun, ask, looks } = answeredByHand();
	const both = [looks.look('a', ask), looks.look('b', ask)];
	begun[1]?.answer('b');
	begun[0]?.answer('a');
	expect(await Promise.all(both)).toEqual(['a', 'b']);
});

it('tells those of a look that it failed, and goes on', async () => {
	const { begun, ask, looks } = answeredByHand();
	const first = looks.look('a', ask);
	const second = looks.look('a', ask);
	begun[0]?.fail(new Error('No'));
	await expect(first).rejects.toThrow('No');
	await until(() => begun.length === 2);
	begun[1]?.answer('two');
	expect(await second).toBe('two');
	const third = looks.look('a', ask);
	begun[2]?.answer('three');
	expect(await third).toBe('three');
});
