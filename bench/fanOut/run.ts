import { join } from 'node:path';
import { credentialBy, nearAndFar, type Distance, type NearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import { ratioOf } from '../harness/figures';
import type { Measured } from '../harness/result';
import { takeTurns, type Contenders } from '../harness/rounds';
import { type Lane, withLane } from '../lane/lane';
import { isLook } from '../waiting/looks';
import type { ExportInput } from './contenders';

const MODULE = join(__dirname, 'contenders.ts');

/** How long an export takes in the sandbox, ms. */
const EXPORT_MS = 5_000;
const COUNTS = [20, 50, 200];
const ROUNDS = 5;

const OURS = 'Phrase TMS';
const BARE = 'bare undici';

/** B3: many target files in one run. */
export const fanOut: Benchmark = {
	id: 'b3',
	word: 'fan-out',
	title: 'Many target files in one run',
	question: 'How close does one node with 20, 50 and 200 exports come to what is possible?',
	method:
		'Job > Download Target File as it comes (it requests the export, waits by polling, and downloads), in an execute context of n8n-core; ' +
		`each export takes ${EXPORT_MS / 1000} s in the sandbox, which is over TLS in another process. Bare undici sends the same ` +
		'requests and downloads over 20 kept connections, but waits for exactly as long as the sandbox takes, and asks for no ' +
		'state. Status requests are lists, single reads and limits of asynchronous requests. The time is that of the execute function.',
	minutes: 8,
	measure: async () => await nearAndFar({ times: { exportMs: EXPORT_MS } }, measure),
};

async function measure(places: NearAndFar): Promise<Measured> {
	const { sandbox, near, far } = places;
	return await withLane({ caFile: sandbox.caFile }, async (lane) => {
		const measured: Measured = { comparisons: [], limits: [] };
		for (const place of [near, far]) {
			for (const count of COUNTS) {
				const name = `${count} exports, ${place.name}`;
				const comparison = await takeTurns(
					{ name, unit: 'ms', reference: BARE, rounds: ROUNDS },
					contendersOf(lane, places, place, count),
				);
				measured.comparisons.push(comparison);
				if (count === Math.max(...COUNTS))
					measured.limits.push({
						what: `${name}: time to that of bare undici`,
						measured: ratioOf(comparison, OURS, BARE),
						unit: '',
						atMost: 1.2,
					});
			}
		}
		return measured;
	});
}

function contendersOf(lane: Lane, { sandbox }: NearAndFar, place: Distance, count: number): Contenders {
	const run = (contender: string) => async () => {
		const jobs = sandbox.createJobs({ count }).map(({ uid, projectUid }) => ({ uid, projectUid }));
		const input: ExportInput = { credential: credentialBy(place, sandbox), jobs, exportMs: EXPORT_MS };
		const before = sandbox.counters().requestsTotal;
		const { ms, facts } = await lane.run(MODULE, contender, input);
		if (facts.files !== count) throw new Error(`${contender}: ${facts.files ?? 0} of ${count} files arrived`);
		const requests = sandbox.counters().requestsTotal - before;
		const looks = sandbox
			.requests()
			.slice(-requests)
			.filter(({ path }) => isLook(path)).length;
		return { sample: ms, facts: { requests, 'status requests': looks } };
	};
	return { [OURS]: run('phraseTms'), [BARE]: run('bare') };
}
