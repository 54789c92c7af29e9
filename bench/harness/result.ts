/** One contender in one comparison. */
export interface Row {
	contender: string;
	/** What was measured, round by round. */
	samples: number[];
	/** Further facts of a run, such as connections or requests; of several runs, the most. */
	facts: Record<string, number>;
}

/** Contenders that did the same work in the same rounds. */
export interface Comparison {
	/** The work and its conditions. */
	name: string;
	/** Unit of the samples. */
	unit: string;
	/** The contender that others are compared with, round by round; none where nothing is compared. */
	reference?: string;
	rows: Row[];
}

/** A figure that a benchmark has to show. */
export interface Limit {
	/** What is limited. */
	what: string;
	measured: number;
	/** Unit of the figure; empty for a ratio. */
	unit: string;
	atMost?: number;
	atLeast?: number;
}

/** What a benchmark measures. */
export interface Measured {
	comparisons: Comparison[];
	limits: Limit[];
}

/** The machine and the programs that a benchmark ran with. */
export interface Surroundings {
	/** n8n whose code or process was used. */
	n8n: string;
	/** Node.js that ran n8n's code. */
	node: string;
	processor: string;
	processors: number;
}

/** What is written of a benchmark. */
export interface Result extends Measured, Surroundings {
	id: string;
	title: string;
	question: string;
	/** How it was measured, in sentences. */
	method: string;
	/** When it began, ISO 8601. */
	date: string;
	/** Load averages of a minute, at the start and at the end. */
	load: { start: number; end: number };
	minutes: number;
}

/** Whether a figure is what it has to be. */
export function isMet({ measured, atMost = Infinity, atLeast = -Infinity }: Limit): boolean {
	return measured <= atMost && measured >= atLeast;
}
