import { join } from 'node:path';
import { DEFAULT_PARALLEL_REQUESTS } from '../../core/operation/runnerOptions';
import { credentialBy, nearAndFar, type Distance, type NearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import { ratioOf } from '../harness/figures';
import type { Limit, Measured } from '../harness/result';
import { takeTurns, type Contenders } from '../harness/rounds';
import { type Lane, withLane } from '../lane/lane';
import type { JobsInput } from './contenders';

const MODULE = join(__dirname, 'contenders.ts');

const OURS = 'Phrase TMS';
const HTTP_REQUEST = 'HTTP Request';
const LOOP = 'loop over the helper';
const BARE = 'bare undici';
const BARE_NODE = 'bare undici in a node';

/** Rounds of each; a loop over 2,000 far requests would take more than four minutes. */
const CASES = [
	{ count: 200, nearRounds: 9, farRounds: 5, withFarLoop: true },
	{ count: 2_000, nearRounds: 5, farRounds: 5, withFarLoop: false },
];

/** B7: reads many jobs, one request for each. */
export const jobs: Benchmark = {
	id: 'b7',
	word: 'requests',
	title: 'Reading many jobs, one request for each',
	question: 'How long do 200 and 2,000 requests of one node take?',
	method:
		'One node runs in an execute context of n8n-core, in a process with the Node.js of n8n; the sandbox over TLS is in another ' +
		'process. It gets an item for each job and reads the job, with expressions for project and job. Phrase TMS ' +
		`is Job > Get as it comes (${DEFAULT_PARALLEL_REQUESTS} at a time). HTTP Request is n8n's ` +
		'node with the same credential, told to expect JSON; it sends all at once, which is its fastest way. The ' +
		"loop calls n8n's helper for one item after the other, as most community nodes do. Bare undici sends the same " +
		'requests over as many kept connections as the node has, and does nothing else; in a node, it reads the two parameters of all items first, as a node does that sends nothing before it has checked everything. The time is that of ' +
		'the execute function.',
	minutes: 8,
	measure: async () => await nearAndFar({}, measure),
};

async function measure({ sandbox, near, far }: NearAndFar): Promise<Measured> {
	return await withLane({ caFile: sandbox.caFile }, async (lane) => {
		const measured: Measured = { comparisons: [], limits: [] };
		for (const { count, nearRounds, farRounds, withFarLoop } of CASES) {
			const made = sandbox.createJobs({ count }).map(({ uid, projectUid }) => ({ uid, projectUid }));
			for (const place of [near, far]) {
				const input: JobsInput = { credential: credentialBy(place, sandbox), jobs: made };
				const rounds = place === near ? nearRounds : farRounds;
				const loops = withFarLoop || place === near;
				const comparison = await takeTurns(
					{ name: `${count} jobs, ${place.name}`, unit: 'ms', reference: OURS, rounds },
					contendersOf(lane, input, loops, () => sandbox.counters().connections),
				);
				measured.comparisons.push(comparison);
				measured.limits.push(
					...limitsOf(place, `${count} jobs, ${place.name}`, (a, b) => ratioOf(comparison, a, b)),
				);
			}
		}
		return measured;
	});
}

function contendersOf(lane: Lane, input: JobsInput, loops: boolean, connections: () => number): Contenders {
	const expected = input.jobs.map(({ uid }) => uid).join();
	const run = (contender: string) => async () => {
		const before = connections();
		const { ms, notes, processorMs } = await lane.run(MODULE, contender, input);
		if (notes.uids !== expected) throw new Error(`${contender} did not read the jobs in their order`);
		return {
			sample: ms,
			facts: { 'new connections': connections() - before, 'processor ms': processorMs },
		};
	};
	return {
		[OURS]: run('phraseTms'),
		[HTTP_REQUEST]: run('httpRequest'),
		...(loops && { [LOOP]: run('loop') }),
		[BARE]: run('bare'),
		[BARE_NODE]: run('bareNode'),
	};
}

function limitsOf(
	{ roundTripMs }: Distance,
	where: string,
	ratio: (contender: string, reference: string) => number,
): Limit[] {
	const atLeast = roundTripMs === 0 ? 2 : 2.5;
	return [
		{ what: `${where}: HTTP Request to Phrase TMS`, measured: ratio(HTTP_REQUEST, OURS), unit: '', atLeast },
		{ what: `${where}: Phrase TMS to bare undici`, measured: ratio(OURS, BARE), unit: '', atMost: 1.25 },
		{
			what: `${where}: Phrase TMS to bare undici in a node`,
			measured: ratio(OURS, BARE_NODE),
			unit: '',
			atMost: 1.25,
		},
	];
}
