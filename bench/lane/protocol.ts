/** A task for a lane: work that one contender does once. */
export interface Task {
	/** Module whose `contenders` has the contender; an absolute path. */
	module: string;
	contender: string;
	/** What the contender needs to know. */
	input: object;
	/** Whether to look at the memory meanwhile, which takes a little of the time. */
	watchMemory: boolean;
}

/** What work came to in its process. */
export interface Outcome {
	ms: number;
	/** Processor time of the process meanwhile, ms. */
	processorMs: number;
	/** Resident set size before, after a garbage collection, in bytes. */
	idleBytes: number;
	/** Highest resident set size meanwhile, looked at every 5 ms, in bytes; that before when nobody watched. */
	peakBytes: number;
	/** Heap in use afterwards, after a garbage collection and while the work's own result is held, less that before. */
	heldBytes: number;
	facts: Record<string, number>;
	/** Texts to compare, such as checksums. */
	notes: Record<string, string>;
}

/** What work tells of itself. */
export interface Told {
	facts?: Record<string, number>;
	notes?: Record<string, string>;
	/** What came out, held until the heap has been looked at. */
	result?: unknown;
}

/** Prepares work; only what it returns is measured, and what that returns tells of it. */
export type LaneContender<T extends object> = (
	input: T,
) => Promise<() => Promise<() => Promise<Told> | Told>>;

/** An answer of a lane to a task. */
export type Answer = { outcome: Outcome } | { error: string };
