import type { Comparison, Row } from './result';

/** What one run of a contender came to. */
export interface Run {
	/** In the unit of the comparison. */
	sample: number;
	facts?: Record<string, number>;
	/** What else is compared, by a name of its own. */
	also?: Record<string, number>;
}

/** Contenders by name: each does the same work once. */
export type Contenders = Record<string, () => Promise<Run>>;

/** The runs of each contender, round by round. */
export type Runs = Record<string, Run[]>;

/** How contenders take turns. */
export interface Turns {
	/** The work and its conditions. */
	name: string;
	unit: string;
	/** The contender that others are compared with. */
	reference?: string;
	/** Rounds that count; in each, every contender has one turn. */
	rounds: number;
	/** Rounds before them, for compilation, log-ins and first connections: 1 unless told otherwise. */
	warmUps?: number;
}

/**
 * Lets contenders take turns. The order turns round from one round to the next, so that nobody is always first.
 * @throws Error of a contender that failed
 */
export async function takeTurns(turns: Turns, contenders: Contenders): Promise<Comparison> {
	return comparisonOf(turns, await runsOf(turns, contenders));
}

/** As `takeTurns`, for several comparisons of the same runs. */
export async function runsOf(
	{ name, unit, rounds, warmUps = 1 }: Turns,
	contenders: Contenders,
): Promise<Runs> {
	const runs: Runs = Object.fromEntries(Object.keys(contenders).map((contender) => [contender, []]));
	for (let round = -warmUps; round < rounds; round++) {
		const order = Object.entries(contenders);
		if (round % 2 !== 0) order.reverse();
		const heard: string[] = [];
		for (const [contender, work] of order) {
			const run = await work();
			heard.push(`${contender} ${run.sample.toFixed(run.sample < 10 ? 2 : 0)}`);
			if (round >= 0) runs[contender]?.push(run);
		}
		const turn = round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`;
		console.log(`  ${name}, ${turn}, ${unit}: ${heard.join(', ')}`);
	}
	return runs;
}

/**
 * Makes a comparison of runs.
 * @param pick what of a run is compared; its sample unless told otherwise
 */
export function comparisonOf(
	{ name, unit, reference }: Pick<Turns, 'name' | 'unit' | 'reference'>,
	runs: Runs,
	pick: (run: Run) => number = ({ sample }) => sample,
): Comparison {
	const rows = Object.entries(runs).map(([contender, ofContender]): Row => {
		const facts: Record<string, number> = {};
		for (const [fact, value] of ofContender.flatMap((run) => Object.entries(run.facts ?? {})))
			facts[fact] = Math.max(facts[fact] ?? -Infinity, value);
		return { contender, samples: ofContender.map(pick), facts };
	});
	return { name, unit, reference, rows };
}
