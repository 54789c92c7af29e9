import { join } from 'node:path';
import { credentialBy, nearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import type { Comparison, Limit, Measured } from '../harness/result';
import { withLane } from '../lane/lane';

const MODULE = join(__dirname, 'contenders.ts');

/** Executions between two looks, and how many looks; those of the first part warm up. */
const PART = 250;
const PARTS = 9;

const OURS = 'Phrase TMS';

/** What is looked at, with the unit and what may come to it after the warm-up. */
const LOOKED_AT = [
	{ fact: 'heapBytes', name: 'Heap in use', unit: 'MB', scale: 1_000_000, atMost: 2 },
	{ fact: 'handles', name: 'Handles', unit: '', scale: 1, atMost: 0 },
	{ fact: 'timers', name: 'Timers', unit: '', scale: 1, atMost: 0 },
	{ fact: 'listeners', name: 'Listeners of the process', unit: '', scale: 1, atMost: 0 },
];

/** B11: what stays behind of executions. */
export const longRun: Benchmark = {
	id: 'b11',
	word: 'long-run',
	title: 'Two thousand executions in one process',
	question: 'Does memory grow, and do handles, timers or listeners stay behind?',
	method:
		`Job > Get runs ${PART * PARTS} times, one run after the other, in execute contexts of n8n-core in one process. After each ${PART}, the garbage is ` +
		'collected, and looked at are the heap in use, the active handles (sockets, requests), the active timers and the listeners of the ' +
		`process. The first ${PART} warm up. The bars are the medians of all looks, the whiskers reach from the least to the most.`,
	minutes: 1,
	measure: async () =>
		await nearAndFar({}, async ({ sandbox, near }): Promise<Measured> => {
			const [job] = sandbox.createJobs({ count: 1 });
			const looks = await withLane({ caFile: sandbox.caFile }, async (lane) => {
				const facts: Array<Record<string, number>> = [];
				for (let part = 0; part < PARTS; part++) {
					const input = { credential: credentialBy(near, sandbox), job, executions: PART };
					facts.push((await lane.run(MODULE, 'phraseTms', input)).facts);
					console.log(`  after ${(part + 1) * PART} executions: ${JSON.stringify(facts.at(-1))}`);
				}
				return facts.slice(1);
			});
			const series = LOOKED_AT.map((one) => ({
				...one,
				samples: looks.map((facts) => (facts[one.fact] ?? NaN) / one.scale),
			}));
			return {
				comparisons: series.map(({ name, unit, samples }): Comparison => ({
					name,
					unit,
					rows: [{ contender: OURS, samples, facts: {} }],
				})),
				limits: series.map(({ name, unit, samples, atMost }): Limit => ({
					what: `${name}, after ${PARTS * PART} executions more than after ${2 * PART}`,
					measured: (samples.at(-1) ?? NaN) - (samples[0] ?? NaN),
					unit,
					atMost,
				})),
			};
		}),
};
