import type { Comparison, Row } from './result';

/** What one run of a contender came to. */
export interface Run {
	/** In the unit of the comparison. */
	sample: number;
	facts?: Record<string, number>;
}

/** Contenders by name: each does the same work once. */
export type Contenders = Record<string, () => Promise<Run>>;

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
	const { name, unit, reference, rounds, warmUps = 1 } = turns;
	const rows = new Map<string, Row>(
		Object.keys(contenders).map((contender) => [contender, { contender, samples: [], facts: {} }]),
	);
	for (let round = -warmUps; round < rounds; round++) {
		const order = Object.entries(contenders);
		if (round % 2 !== 0) order.reverse();
		const heard: string[] = [];
		for (const [contender, run] of order) {
			const { sample, facts = {} } = await run();
			heard.push(`${contender} ${sample.toFixed(sample < 10 ? 2 : 0)}`);
			const row = rows.get(contender);
			if (round < 0 || row === undefined) continue;
			row.samples.push(sample);
			for (const [fact, value] of Object.entries(facts))
				row.facts[fact] = Math.max(row.facts[fact] ?? -Infinity, value);
		}
		const turn = round < 0 ? 'warm-up' : `round ${round + 1} of ${rounds}`;
		console.log(`  ${name}, ${turn}, ${unit}: ${heard.join(', ')}`);
	}
	return { name, unit, reference, rows: [...rows.values()] };
}
