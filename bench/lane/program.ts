/**
 * The process in which contenders work: n8n's own Node.js, with n8n-core in it. It does one task after the other, as its
 * parent sends them. Run by `lane.ts`.
 */
import type { Answer, LaneContender, Outcome, Task } from './protocol';

process.on('message', (task: Task) => {
	void answer(task).then((one) => process.send?.(one));
});

process.once('disconnect', () => process.exit());

async function answer(task: Task): Promise<Answer> {
	try {
		return { outcome: await done(task) };
	} catch (error) {
		const { stack = String(error), description = '' } = error as { stack?: string; description?: string };
		return { error: `${stack}\n${description}` };
	}
}

async function done({ module, contender: name, input, watchMemory }: Task): Promise<Outcome> {
	const { contenders } = (await import(module)) as {
		contenders: Record<string, LaneContender<object> | undefined>;
	};
	const contender = contenders[name];
	if (contender === undefined) throw new Error(`${module} has no contender '${name}'`);
	const work = await contender(input);
	globalThis.gc?.();
	const { rss: idleBytes, heapUsed } = process.memoryUsage();
	let peakBytes = idleBytes;
	const look = () => {
		peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
	};
	const watch = watchMemory ? setInterval(look, 5) : undefined;
	const before = process.cpuUsage();
	const begin = performance.now();
	const tell = await work();
	const ms = performance.now() - begin;
	const { user, system } = process.cpuUsage(before);
	clearInterval(watch);
	if (watchMemory) look();
	const told = await tell();
	globalThis.gc?.();
	const heldBytes = process.memoryUsage().heapUsed - heapUsed;
	// Still held here, so that the collection above could not take it.
	const { facts = {}, notes = {}, result } = told;
	return {
		ms,
		processorMs: (user + system) / 1000,
		idleBytes,
		peakBytes,
		heldBytes: result === undefined ? 0 : heldBytes,
		facts,
		notes,
	};
}
