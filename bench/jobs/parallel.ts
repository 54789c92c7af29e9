import { join } from 'node:path';
import { DEFAULT_PARALLEL_REQUESTS } from '../../core/operation/runnerOptions';
import { credentialBy, nearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import { ratioOf } from '../harness/figures';
import type { Measured } from '../harness/result';
import { takeTurns, type Contenders } from '../harness/rounds';
import { withLane } from '../lane/lane';
import type { JobsInput } from './contenders';

const MODULE = join(__dirname, 'contenders.ts');

const COUNT = 500;
const ROUNDS = 5;

/** What Phrase takes for an answer, ms. */
const SERVICE_TIMES_MS = [20, 40];

/** Requests at the same time. */
const PARALLEL = [5, 10, 16, 20];

const HTTP_REQUEST = 'HTTP Request';
const at = (parallelRequests: number) => `Phrase TMS, ${parallelRequests} at a time`;

/** B7, continued: how many requests at the same time are a good default. */
export const parallel: Benchmark = {
	id: 'b7-parallel',
	word: 'parallel',
	title: 'How many requests at the same time',
	question:
		'Which default of Parallel Requests is as fast as n8n allows, without opening connections for nothing?',
	method:
		`As the benchmark before, with ${COUNT} jobs and a Phrase that takes ${SERVICE_TIMES_MS.join(' or ')} ms for each ` +
		'answer. Phrase TMS is Job > Get with several values of Parallel Requests. HTTP Request sends all at once, each ' +
		'over a connection of its own.',
	minutes: 4,
	async measure(): Promise<Measured> {
		return await nearAndFar({}, async ({ sandbox, near }) => {
			const jobs = sandbox.createJobs({ count: COUNT }).map(({ uid, projectUid }) => ({ uid, projectUid }));
			const expected = jobs.map(({ uid }) => uid).join();
			const measured: Measured = { comparisons: [], limits: [] };
			await withLane({ caFile: sandbox.caFile }, async (lane) => {
				const run = (contender: string, parallelRequests?: number) => async () => {
					const before = sandbox.counters().connections;
					const input: JobsInput = { credential: credentialBy(near, sandbox), jobs, parallelRequests };
					const { ms, notes, processorMs } = await lane.run(MODULE, contender, input);
					if (notes.uids !== expected) throw new Error(`${contender} did not read the jobs in their order`);
					const connections = sandbox.counters().connections - before;
					return { sample: ms, facts: { 'new connections': connections, 'processor ms': processorMs } };
				};
				const contenders: Contenders = {
					[HTTP_REQUEST]: run('httpRequest'),
					...Object.fromEntries(PARALLEL.map((count) => [at(count), run('phraseTms', count)])),
				};
				for (const serviceTimeMs of SERVICE_TIMES_MS) {
					sandbox.configure({ serviceTimeMs });
					const name = `${COUNT} jobs, ${serviceTimeMs} ms for an answer`;
					const reference = at(DEFAULT_PARALLEL_REQUESTS);
					const comparison = await takeTurns({ name, unit: 'ms', reference, rounds: ROUNDS }, contenders);
					measured.comparisons.push(comparison);
					measured.limits.push({
						what: `${name}: HTTP Request to Phrase TMS as it comes`,
						measured: ratioOf(comparison, HTTP_REQUEST, reference),
						unit: '',
						atLeast: 1,
					});
				}
			});
			return measured;
		});
	},
};
