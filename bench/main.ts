/**
 * Runs the benchmarks that are named, or all of them, and writes `bench/results`.
 *
 * Usage: npm run bench [-- b7 | requests | …]; `npm run bench -- list` tells what there is
 */
import { BENCHMARKS } from './benchmarks';
import { runBenchmark, type Benchmark } from './harness/benchmark';
import { figure } from './harness/numbers';
import { isMet, type Result } from './harness/result';
import { store } from './harness/store';
import { writePage } from './page';

async function main(names: string[]): Promise<void> {
	if (names.includes('list')) {
		for (const { id, word, title, minutes } of BENCHMARKS)
			console.log(`${id}\t${word}\t${title}, about ${minutes} minutes`);
		return;
	}
	const chosen = names.length === 0 ? BENCHMARKS : names.map(named);
	const failed: string[] = [];
	for (const [index, benchmark] of chosen.entries()) {
		console.log(
			`\n${benchmark.id} (${index + 1} of ${chosen.length}, about ${benchmark.minutes} minutes): ${benchmark.title}`,
		);
		try {
			const result = await runBenchmark(benchmark);
			await store(result);
			await writePage();
			console.log(summary(result));
		} catch (error) {
			failed.push(benchmark.id);
			console.error(error);
		}
	}
	if (failed.length > 0) {
		console.error(`\nFailed: ${failed.join(', ')}`);
		process.exitCode = 1;
	}
}

function named(name: string): Benchmark {
	const benchmark = BENCHMARKS.find(({ id, word }) => id === name || word === name);
	if (benchmark === undefined) throw new Error(`There is no benchmark '${name}'`);
	return benchmark;
}

function summary({ id, minutes, limits }: Result): string {
	return [
		`${id} took ${minutes} minutes`,
		...limits.map((limit) => {
			const { what, measured, unit, atMost, atLeast } = limit;
			const bound = atMost === undefined ? `at least ${atLeast ?? ''}` : `at most ${atMost}`;
			return `  ${isMet(limit) ? 'met' : 'MISSED'}: ${what}: ${figure(measured)} ${unit} (${bound})`;
		}),
	].join('\n');
}

void main(process.argv.slice(2));
