import { loadavg } from 'node:os';
import type { Measured, Result } from './result';
import { surroundings } from './surroundings';

/** A benchmark as a value: what it asks, how, and the measurement. */
export interface Benchmark {
	/** Short name, such as `b7`; the names of its files begin with it. */
	id: string;
	/** A word that runs it, too. */
	word: string;
	title: string;
	question: string;
	/** How it measures, in sentences: beside every table and chart. */
	method: string;
	/** Minutes that it takes on two cores, about. */
	minutes: number;
	/** @throws Error when something that must not fail did */
	measure: () => Promise<Measured>;
}

/**
 * Runs a benchmark, and notes what it ran with.
 * @throws Error whatever the measurement throws
 */
export async function runBenchmark({ id, title, question, method, measure }: Benchmark): Promise<Result> {
	const begin = performance.now();
	const date = new Date().toISOString();
	const start = oneMinuteLoad();
	const { comparisons, limits } = await measure();
	const minutes = Math.round((performance.now() - begin) / 6_000) / 10;
	const load = { start, end: oneMinuteLoad() };
	return { id, title, question, method, date, ...surroundings(), load, minutes, limits, comparisons };
}

function oneMinuteLoad(): number {
	return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}
