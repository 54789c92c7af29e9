import type { Benchmark } from './harness/benchmark';
import { events } from './events/run';
import { bursts } from './bursts/run';
import { cuts } from './cuts/run';
import { execution } from './executions/run';
import { fanOut } from './fanOut/run';
import { files } from './files/run';
import { parallel } from './jobs/parallel';
import { jobs } from './jobs/run';
import { lists } from './lists/run';
import { longRun } from './longRun/run';
import { start } from './start/run';
import { storms } from './storms/run';
import { waiting } from './waiting/run';

/** All benchmarks, in the order in which they run. */
export const BENCHMARKS: readonly Benchmark[] = [
	files,
	waiting,
	fanOut,
	storms,
	cuts,
	events,
	jobs,
	parallel,
	lists,
	start,
	execution,
	longRun,
	bursts,
];
