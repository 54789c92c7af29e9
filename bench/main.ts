/**
 * Runs the benchmarks that are named, or all of them.
 *
 * Usage: npm run bench [-- requests | memory | polling | waiting | events | start]
 */
import { compareEvents } from './events/run';
import { compareRequests } from './requests/run';
import { measureFiles } from './memory/run';
import { measureStart } from './start/run';
import { measurePolling } from './waiting/polling';
import { measureWaiting } from './waiting/latency';

const BENCHMARKS: Record<string, () => Promise<void>> = {
	requests: compareRequests,
	memory: measureFiles,
	polling: measurePolling,
	waiting: measureWaiting,
	events: compareEvents,
	start: measureStart,
};

async function main(names: string[]): Promise<void> {
	for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
		const benchmark = BENCHMARKS[name];
		if (benchmark === undefined) throw new Error(`There is no benchmark '${name}'`);
		console.log(`\n${name}`);
		await benchmark();
	}
}

void main(process.argv.slice(2));
