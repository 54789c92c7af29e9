import { join } from 'node:path';
import type { Benchmark } from '../harness/benchmark';
import { medianOf } from '../harness/figures';
import type { Comparison, Measured } from '../harness/result';
import { comparisonOf, runsOf, type Contenders } from '../harness/rounds';
import { type Lane, withLane } from '../lane/lane';
import { startListServer, type ListServer } from './listServer';

const MODULE = join(__dirname, 'contenders.ts');

const OURS = 'Phrase TMS';

/** Rows that are listed, and rounds. */
const CASES = [
	{ rows: 1_000, rounds: 9 },
	{ rows: 10_000, rounds: 5 },
	{ rows: 50_000, rounds: 3 },
];

/** B8: lists all of many rows. */
export const lists: Benchmark = {
	id: 'b8',
	word: 'lists',
	title: 'Listing everything, page by page',
	question: 'Does a row of a long list cost more than one of a short list, in time or in memory?',
	method:
		'Project > Get Many with Return All on and Simplify off, 50 projects a page, in an execute context of n8n-core in a process of ' +
		'its own. A server over TLS makes the pages. HTTP Request reads them by its pagination and gives one item for each page, which ' +
		"another node would have to split; the loop calls n8n's helper for one page after the other; bare undici keeps the rows in an array. " +
		'The memory is what the heap holds more with the items in it, after a garbage collection.',
	minutes: 4,
	measure: async () => {
		const server = await startListServer();
		try {
			return await withLane({ caFile: server.caFile }, async (lane) => await measure(lane, server));
		} finally {
			await server.close();
		}
	},
};

async function measure(lane: Lane, server: ListServer): Promise<Measured> {
	const times: Comparison[] = [];
	const memory: Comparison[] = [];
	for (const { rows, rounds } of CASES) {
		server.setCount(rows);
		const turns = { name: `${rows} rows`, unit: 'µs a row', reference: OURS, rounds };
		const runs = await runsOf(turns, contendersOf(lane, server.url, rows));
		times.push(comparisonOf(turns, runs));
		memory.push(
			comparisonOf(
				{ ...turns, name: `${rows} rows, memory`, unit: 'bytes a row' },
				runs,
				({ also }) => also?.bytes ?? NaN,
			),
		);
	}
	return {
		comparisons: [...times, ...memory],
		limits: [growth('time', times), growth('memory', memory)],
	};
}

function contendersOf(lane: Lane, url: string, rows: number): Contenders {
	const credential = { region: 'custom', tmsUrl: `${url}/web`, authType: 'apiToken', apiToken: 'token' };
	const run = (contender: string) => async () => {
		const { ms, facts, heldBytes } = await lane.run(MODULE, contender, { credential });
		if (facts.rows !== rows) throw new Error(`${contender} listed ${facts.rows ?? 0} of ${rows} rows`);
		return { sample: (ms * 1000) / rows, also: { bytes: heldBytes / rows } };
	};
	return {
		[OURS]: run('phraseTms'),
		'HTTP Request': run('httpRequest'),
		'loop over the helper': run('loop'),
		'bare undici': run('bare'),
	};
}

/** What a row of the longest list costs, measured by one of the shortest. */
function growth(what: string, comparisons: Comparison[]) {
	const costs = comparisons.map((comparison) => medianOf(comparison, OURS));
	return {
		what: `${what} of a row of ${CASES.at(-1)?.rows ?? 0}, to that of a row of ${CASES[0]?.rows ?? 0}`,
		measured: (costs.at(-1) ?? NaN) / (costs[0] ?? NaN),
		unit: '',
		atMost: 1.1,
	};
}
