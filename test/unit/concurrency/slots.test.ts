import { setImmediate as turn } from 'node:timers/promises';
import { inParallel } from '../../../core/concurrency/inParallel';
import { SlotPool } from '../../../core/concurrency/slots';

/** Promises that a test fulfils by name. */
function gates() {
	const open = new Map<string, () => void>();
	return {
		wait: async (name: string) => await new Promise<void>((resolve) => open.set(name, resolve)),
		open: async (name: string) => {
			open.get(name)?.();
			await turn();
		},
	};
}

it('lends a slot while its holder waits, so that everything begins at once', async () => {
	const { wait, open } = gates();
	const slots = new SlotPool(1);
	const log: string[] = [];
	const all = inParallel(['a', 'b', 'c'], slots, async (name) => {
		log.push(`${name} begins`);
		await slots.lend(async () => await wait(name));
		log.push(`${name} ends`);
		return name.toUpperCase();
	});
	await turn();
	expect(log).toEqual(['a begins', 'b begins', 'c begins']);
	for (const name of ['c', 'a', 'b']) await open(name);
	expect(await all).toEqual(['A', 'B', 'C']);
	expect(log.slice(3)).toEqual(['c ends', 'a ends', 'b ends']);
});

it('lets what goes on pass before what begins, and never more than there are slots', async () => {
	const { wait, open } = gates();
	const slots = new SlotPool(1);
	const log: string[] = [];
	const first = slots.use(async () => {
		await slots.lend(async () => await wait('first waits'));
		log.push('first goes on');
	});
	const second = slots.use(async () => await wait('second works'));
	const third = slots.use(async () => {
		log.push('third begins');
	});
	await open('first waits');
	expect(log).toEqual([]);
	await open('second works');
	await Promise.all([first, second, third]);
	expect(log).toEqual(['first goes on', 'third begins']);
});

it('lets all that has begun pass before what stepped back, and that before what begins', async () => {
	const { wait, open } = gates();
	const slots = new SlotPool(1);
	const log: string[] = [];
	const all = [
		slots.use(async () => {
			await slots.lend(async () => await wait('begun'));
			log.push('begun');
			await slots.lend(async () => await slots.forParts.use(async () => void log.push('a part of it')));
		}),
		slots.use(async () => {
			await slots.stepBack(async () => await wait('asked'));
			log.push('stepped back');
		}),
		slots.use(async () => await wait('busy')),
		slots.use(async () => void log.push('new')),
	];
	await open('asked');
	await open('begun');
	expect(log).toEqual([]);
	await open('busy');
	await Promise.all(all);
	expect(log).toEqual(['begun', 'a part of it', 'stepped back', 'new']);
});

it('gives the slot back after an error, of the work or of the wait', async () => {
	const slots = new SlotPool(1);
	const broken = async () => await Promise.reject(new Error('broken'));
	await expect(slots.use(broken)).rejects.toThrow('broken');
	await expect(slots.use(async () => await slots.lend(broken))).rejects.toThrow('broken');
	await expect(slots.use(async () => await slots.stepBack(broken))).rejects.toThrow('broken');
	expect(await slots.use(async () => await Promise.resolve('fine'))).toBe('fine');
});
