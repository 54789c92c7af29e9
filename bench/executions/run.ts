import type { Benchmark } from '../harness/benchmark';
import { medianOf } from '../harness/figures';
import type { Measured } from '../harness/result';
import { takeTurns } from '../harness/rounds';
import { onStage, type Execute } from './published';
import { EMPTY, getJob } from './workflow';

const EXECUTIONS = 100;
const ROUNDS = 7;

const OURS = 'Phrase TMS';
const NOTHING = 'No Operation of n8n';

/** B10: what a node of this package costs an execution. */
export const execution: Benchmark = {
	id: 'b10',
	word: 'execution',
	title: 'One node in an execution',
	question:
		'How much longer does an execution take with Phrase TMS in it than with a node that does nothing?',
	method:
		`A real n8n with the packed nodes has two published workflows of a Webhook node and one more, which answer when they have ended. ${EXECUTIONS} ` +
		'calls one after the other; the time is that of one. Phrase TMS reads a job (Job > Get), which holds the one request to the ' +
		'sandbox. No Operation is the node of n8n that does nothing.',
	minutes: 2,
	measure: async () =>
		await onStage({}, async ({ sandbox, publish }): Promise<Measured> => {
			const [job] = sandbox.createJobs({ count: 1 });
			if (job === undefined) throw new Error('The sandbox made no job');
			const comparison = await takeTurns(
				{ name: 'An execution', unit: 'ms', reference: NOTHING, rounds: ROUNDS },
				{
					[OURS]: timed(await publish(getJob(job), 'phrase')),
					[NOTHING]: timed(await publish(EMPTY, 'nothing')),
				},
			);
			const more = medianOf(comparison, OURS) - medianOf(comparison, NOTHING);
			console.log(`  Phrase TMS takes ${more.toFixed(1)} ms more`);
			return { comparisons: [comparison], limits: [] };
		}),
};

function timed(execute: Execute) {
	return async () => {
		const begin = performance.now();
		for (let done = 0; done < EXECUTIONS; done++) await execute();
		return { sample: (performance.now() - begin) / EXECUTIONS };
	};
}
