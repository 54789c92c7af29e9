import { join } from 'node:path';
import { credentialBy, nearAndFar, type NearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import { medianOf, ratioOf } from '../harness/figures';
import type { Comparison, Limit, Measured } from '../harness/result';
import { comparisonOf, runsOf, type Contenders } from '../harness/rounds';
import { withLane } from '../lane/lane';
import type { FileInput } from './contenders';

const MODULE = join(__dirname, 'contenders.ts');
const MIB = 1024 * 1024;
const MB = 1_000_000;

/** Sizes of the files, MiB. */
const SIZES_MIB = [1, 10, 100, 512, 1_024];
const ROUNDS = 7;

const OURS = 'Phrase TMS';
const HTTP_REQUEST = 'HTTP Request';
const BARE = 'bare undici';

type Direction = 'download' | 'upload';

/** B1: large files, both ways. */
export const files: Benchmark = {
	id: 'b1',
	word: 'memory',
	title: 'Files of 1 to 1,024 MiB, both ways',
	question: 'How much memory does a file take, and how long does it take on its way?',
	method:
		'One node run in an execute context of n8n-core, binary data on disk, in a process of its own for each run, after a file of ' +
		'1 MiB that does not count; the sandbox over TLS is in another process. Downloads are of a target file that is ready ' +
		'(Job > Download Target File by Async Request; it looks at the state first, the others do not). Uploads make a job ' +
		'(Job > Create, without waiting for the import). HTTP Request puts the answer into a file, and uploads without following ' +
		'redirects, which spares it a copy of the file in memory. The loop holds the file in memory, as most community nodes do. Bare ' +
		'undici streams from or to a file. The memory is the highest resident set size, looked at every 5 ms, less that before, after ' +
		'a garbage collection. 1 MB is 1,000,000 bytes.',
	minutes: 20,
	measure: async () => await nearAndFar({ times: { exportMs: 0 } }, measure),
};

async function measure(places: NearAndFar): Promise<Measured> {
	const measured: Measured = { comparisons: [], limits: [] };
	for (const direction of ['download', 'upload'] as const) {
		for (const size of SIZES_MIB) {
			const turns = {
				name: `${direction} of ${size} MiB`,
				unit: 'ms',
				reference: BARE,
				rounds: ROUNDS,
				warmUps: 0,
			};
			const runs = await runsOf(turns, contendersOf(places, direction, size * MIB));
			const times = comparisonOf(turns, runs);
			const memory = comparisonOf(
				{ name: `${turns.name}, memory`, unit: 'MB' },
				runs,
				({ also }) => also?.raised ?? NaN,
			);
			measured.comparisons.push(times, memory);
			measured.limits.push(...limitsOf(direction, times, memory));
		}
	}
	return measured;
}

function contendersOf({ sandbox, near }: NearAndFar, direction: Direction, bytes: number): Contenders {
	const credential = credentialBy(near, sandbox);
	const inputOf = (size: number): FileInput => {
		const [job] = sandbox.createJobs({ sizeBytes: size });
		if (job === undefined) throw new Error('The sandbox made no job');
		return { credential, projectUid: job.projectUid, jobUid: job.uid, bytes: size };
	};
	const run = (name: string) => async () =>
		await withLane({ caFile: sandbox.caFile }, async (lane) => {
			const contender = `${direction} ${name}`;
			await lane.run(MODULE, contender, inputOf(MIB), true);
			const input = inputOf(bytes);
			const { ms, processorMs, peakBytes, idleBytes, facts, notes } = await lane.run(
				MODULE,
				contender,
				input,
				true,
			);
			const arrived =
				direction === 'download' ? facts.bytes : (await sandbox.job(notes.jobUid ?? '')).source.size;
			const expected = direction === 'download' ? (await sandbox.job(input.jobUid)).target.size : bytes;
			if (arrived !== expected) throw new Error(`${contender}: ${arrived ?? 0} of ${expected} bytes arrived`);
			return {
				sample: ms,
				facts: { 'processor ms': processorMs },
				also: { raised: (peakBytes - idleBytes) / MB },
			};
		});
	return {
		[OURS]: run('phraseTms'),
		[HTTP_REQUEST]: run('httpRequest'),
		'loop over the helper': run('loop'),
		[BARE]: run('bare'),
	};
}

function limitsOf(direction: Direction, times: Comparison, memory: Comparison): Limit[] {
	const ours = medianOf(memory, OURS);
	const limits: Limit[] = [
		direction === 'download'
			? {
					what: `${memory.name}, more than HTTP Request`,
					measured: ours - medianOf(memory, HTTP_REQUEST),
					unit: 'MB',
					atMost: 10,
				}
			: { what: `${memory.name}, more than before`, measured: ours, unit: 'MB', atMost: 40 },
	];
	// The time of smaller files is that of single requests, of which the node sends one more.
	if (/\d{3}/.test(times.name))
		limits.push({
			what: `${times.name}, time to that of bare undici`,
			measured: ratioOf(times, OURS, BARE),
			unit: '',
			atMost: 1.15,
		});
	return limits;
}
