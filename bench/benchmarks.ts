import type { Benchmark } from './harness/benchmark';
import { files } from './files/run';
import { fanOut } from './fanOut/run';
import { jobs } from './jobs/run';
import { lists } from './lists/run';
import { storms } from './storms/run';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [files, fanOut, storms, jobs, lists];
