import type { Benchmark } from './harness/benchmark';
import { jobs } from './jobs/run';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [jobs];
