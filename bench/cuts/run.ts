import { join } from 'node:path';
import { credentialBy, nearAndFar, type NearAndFar } from '../conditions/distances';
import type { ExportInput } from '../fanOut/contenders';
import type { Benchmark } from '../harness/benchmark';
import { factOf } from '../harness/figures';
import type { Measured } from '../harness/result';
import { takeTurns, type Run } from '../harness/rounds';
import { type Lane, withLane } from '../lane/lane';

const MODULE = join(__dirname, '..', 'fanOut', 'contenders.ts');

const FILES = 50;
const BYTES = 1024 * 1024;
const EXPORT_MS = 500;
const ROUNDS = 5;

/** How many downloads are cut: at random, one of many files would be cut more often than the node tries. */
const CUTS = [0, 5, 15];

/** B5: downloads that break off. */
export const cuts: Benchmark = {
	id: 'b5',
	word: 'cuts',
	title: 'Downloads that break off',
	question: 'What do downloads cost that break off half way?',
	method:
		`Job > Download Target File as it comes gets ${FILES} files of 1 MiB, in an execute context of n8n-core; each export takes ${EXPORT_MS / 1000} s. ` +
		'The sandbox over TLS ends the first 5 or 15 downloads after half of the bytes. A download ID works once, so the node has the file exported ' +
		'anew. Every file has to have all its bytes in the end.',
	minutes: 1,
	measure: async () => await nearAndFar({ times: { exportMs: EXPORT_MS } }, measure),
};

async function measure(places: NearAndFar): Promise<Measured> {
	return await withLane({ caFile: places.sandbox.caFile }, async (lane) => {
		const contenders = Object.fromEntries(
			CUTS.map((count) => [nameOf(count), async () => await download(lane, places, count)]),
		);
		const comparison = await takeTurns(
			{ name: `${FILES} files`, unit: 'ms', reference: nameOf(0), rounds: ROUNDS },
			contenders,
		);
		return {
			comparisons: [comparison],
			limits: CUTS.map((count) => ({
				what: `${nameOf(count)}: incomplete files`,
				measured: factOf(comparison, nameOf(count), 'incomplete'),
				unit: '',
				atMost: 0,
			})),
		};
	});
}

function nameOf(count: number): string {
	return `Phrase TMS, ${count} cut`;
}

async function download(lane: Lane, { sandbox, near }: NearAndFar, count: number): Promise<Run> {
	sandbox.clearFaults();
	if (count > 0) sandbox.fault({ match: { path: '/downloadTargetFile/', times: count }, do: { cut: 0.5 } });
	const jobs = sandbox
		.createJobs({ count: FILES, sizeBytes: BYTES })
		.map(({ uid, projectUid }) => ({ uid, projectUid }));
	const expected = await Promise.all(jobs.map(async ({ uid }) => (await sandbox.job(uid)).target.size));
	const before = sandbox.counters().byOperation.completedFileV3 ?? 0;
	const input: ExportInput = { credential: credentialBy(near, sandbox), jobs, exportMs: EXPORT_MS };
	const { ms, notes } = await lane.run(MODULE, 'phraseTms', input);
	const sizes = (notes.sizes ?? '').split(',');
	return {
		sample: ms,
		facts: {
			exports: (sandbox.counters().byOperation.completedFileV3 ?? 0) - before,
			incomplete: expected.filter((size, index) => sizes[index] !== String(size)).length,
		},
	};
}
