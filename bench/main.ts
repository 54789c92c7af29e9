/**
 * Runs the benchmarks that are named, or all of them.
 *
 * Usage: npm run bench [-- requests | memory]
 */
import { compareRequests } from './requests/run';
import { measureFiles } from './memory/run';

const BENCHMARKS: Record<string, () => Promise<void>> = { requests: compareRequests, memory: measureFiles };

async function main(names: string[]): Promise<void> {
	for (const name of names.length > 0 ? names : Object.keys(BENCHMARKS)) {
		const benchmark = BENCHMARKS[name];
		if (benchmark === undefined) throw new Error(`There is no benchmark '${name}'`);
		console.log(`\n${name}`);
		await benchmark();
	}
}

void main(process.argv.slice(2));
