import type { Benchmark } from './harness/benchmark';
import { files } from './files/run';
import { jobs } from './jobs/run';
import { lists } from './lists/run';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [files, jobs, lists];
