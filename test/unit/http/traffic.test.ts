import { setImmediate } from 'node:timers/promises';
import { pause } from '../../../core/http/pause';
import { Traffic } from '../../../core/http/traffic';

jest.mock('../../../core/http/pause');

let traffic: Traffic;
let now: number;

beforeEach(() => {
	traffic = new Traffic();
	now = 1_000;
	jest.spyOn(performance, 'now').mockImplementation(() => now);
});

afterEach(() => jest.restoreAllMocks());

/** Lets as many requests begin as may go out, up to the number asked for. */
async function begin(count: number): Promise<{ leaves: Array<() => void>; waiting: () => number }> {
	const leaves: Array<() => void> = [];
	for (let n = 0; n < count; n++) void traffic.enter(0, undefined).then((leave) => leaves.push(leave));
	await setImmediate();
	return { leaves, waiting: () => count - leaves.length };
}

it('lets 20 requests out at the same time, and the next one when one has ended', async () => {
	const { leaves, waiting } = await begin(25);
	expect(waiting()).toBe(5);
	leaves[0]?.();
	await setImmediate();
	expect(waiting()).toBe(4);
});

it('lets half as many out after a refusal, and one more each quarter of a minute', async () => {
	const all = await begin(16);
	const sentAt = now++;
	traffic.narrow(sentAt);
	// Others of the same moment were refused as well, which is nothing new.
	traffic.narrow(sentAt);
	all.leaves.forEach((leave) => leave());
	const { leaves, waiting } = await begin(30);
	expect(waiting()).toBe(22);

	now += 29_000;
	leaves[0]?.();
	await setImmediate();
	expect(waiting()).toBe(20);
	now += 600_000;
	leaves[1]?.();
	await setImmediate();
	expect(waiting()).toBe(8);
});

it('lets one out at a time when Phrase refuses again and again', async () => {
	for (let n = 0; n < 9; n++) traffic.narrow(now++);
	const { waiting } = await begin(3);
	expect(waiting()).toBe(2);
});

it('lets those who do not want it any more take no place', async () => {
	const { leaves } = await begin(20);
	const stop = new AbortController();
	const stopped = traffic.enter(0, stop.signal);
	const other = traffic.enter(0, undefined);
	stop.abort(new Error('stopped by the user'));
	await expect(stopped).rejects.toThrow('stopped by the user');
	leaves[0]?.();
	await other;
});

describe('those who wait for the same moment', () => {
	/** How long a request waits, by what chance says, from 0 to 1. */
	async function waited(chance: number, closedMs: number, spreadMs: number): Promise<number> {
		jest.spyOn(Math, 'random').mockReturnValue(chance);
		jest.mocked(pause).mockImplementation(async (ms) => await Promise.resolve(void (now += ms)));
		const since = now;
		traffic.close(closedMs);
		(await traffic.enter(spreadMs, undefined))();
		return now - since;
	}

	it.each([
		[0, 1_000],
		[0.5, 1_250],
		[0.75, 1_375],
	])('go on after it, spread over a time: chance %d', async (chance, ms) => {
		expect(await waited(chance, 1_000, 500)).toBe(ms);
	});

	it('are not spread over more than they waited', async () => {
		expect(await waited(0.5, 1_000, 60_000)).toBe(1_500);
	});
});

it('takes the limit of a minute for used up when most answers say so, and no longer when others come', () => {
	for (const isOneTooMany of [true, true, false, true, false, false, true]) {
		traffic.noteAnswer(isOneTooMany);
		expect(traffic.isMostlyRefused).toBe(false);
	}
	for (let count = 0; count < 8; count++) traffic.noteAnswer(true);
	expect(traffic.isMostlyRefused).toBe(true);
	traffic.noteAnswer(false);
	traffic.noteAnswer(false);
	expect(traffic.isMostlyRefused).toBe(false);
});
