import { join } from 'node:path';
import { credentialBy, nearAndFar, type NearAndFar } from '../conditions/distances';
import type { Benchmark } from '../harness/benchmark';
import { factOf, medianOf } from '../harness/figures';
import type { Comparison, Limit, Measured } from '../harness/result';
import { takeTurns, type Contenders, type Run } from '../harness/rounds';
import { type Lane, withLane } from '../lane/lane';
import type { StormInput } from './contenders';

const MODULE = join(__dirname, 'contenders.ts');

/** Shares of the calls that are refused; the first is the quiet run. */
const RATES = [0, 0.05, 0.3, 0.5];
/** The rate that has limits. */
const LIMITED_RATE = 0.3;
const ROUNDS = 3;
const FILES = 100;
/** Files against refusals that each cost a minute and more, as Phrase asks for. */
const FEW_FILES = 50;
const SERVICE_TIME_MS = 50;

const OURS = 'Phrase TMS';
const JOBS_PATH = '/projects/[^/]+/jobs$';

/** B4: Phrase refuses calls because there are too many. */
export const storms: Benchmark = {
	id: 'b4',
	word: 'storms',
	title: 'Storms of 429',
	question: 'What becomes of work when Phrase refuses 5, 30 or 50 % of the calls?',
	method:
		`Job > Create as it comes makes jobs of small files (${FILES}, or ${FEW_FILES}), in an execute context of n8n-core that continues when an item fails. ` +
		`The sandbox over TLS takes ${SERVICE_TIME_MS} ms for each answer, and refuses a share of the calls at random, as Phrase does: for too many ` +
		'calls in a minute (429 without further headers), or for too many at the same time (429 with Ratelimit headers, after which ' +
		'Phrase asks for a wait of a minute and some more; 1 round, all rates side by side). HTTP Request does the same with its own ' +
		'settings: it does not repeat. Failed are items without a job; twice are files of which two jobs were made.',
	minutes: 16,
	measure: async () => {
		const minute = await nearAndFar({ serviceTimeMs: SERVICE_TIME_MS }, inAMinute);
		const once = await Promise.all(
			RATES.map(
				async (rate) =>
					await nearAndFar({ serviceTimeMs: SERVICE_TIME_MS }, async (places) => await atOnce(places, rate)),
			),
		);
		return {
			comparisons: [...minute.comparisons, ...once],
			limits: [...minute.limits, ...once.flatMap((comparison) => lossesOf(comparison))],
		};
	},
};

async function inAMinute(places: NearAndFar): Promise<Measured> {
	return await withLane({ caFile: places.sandbox.caFile }, async (lane) => {
		const comparisons: Comparison[] = [];
		for (const rate of RATES) {
			comparisons.push(
				await takeTurns(
					{
						name: `${percent(rate)} refused, too many in a minute`,
						unit: 'ms',
						rounds: ROUNDS,
						warmUps: rate === 0 ? 1 : 0,
					},
					contendersOf(lane, places, { rate, count: FILES, withPeer: true }),
				),
			);
		}
		const [quiet] = comparisons;
		const limited = comparisons[RATES.indexOf(LIMITED_RATE)];
		if (quiet === undefined || limited === undefined) throw new Error('There is no such rate');
		const slower = {
			what: `${limited.name}: time to that of the quiet run`,
			measured: medianOf(limited, OURS) / medianOf(quiet, OURS),
			unit: '',
			atMost: 2.5,
		};
		return { comparisons, limits: [...comparisons.flatMap(lossesOf), slower] };
	});
}

/** The other kind of refusals: a wait for each takes most of the time. */
async function atOnce(places: NearAndFar, rate: number): Promise<Comparison> {
	return await withLane({ caFile: places.sandbox.caFile }, async (lane) => {
		const atOnceLimit = 8;
		return await takeTurns(
			{ name: `${percent(rate)} refused, too many at once`, unit: 'ms', rounds: 1, warmUps: 0 },
			contendersOf(lane, places, { rate, count: FEW_FILES, atOnceLimit, withPeer: false }),
		);
	});
}

function contendersOf(
	lane: Lane,
	{ sandbox, near }: NearAndFar,
	{
		rate,
		count,
		atOnceLimit,
		withPeer,
	}: { rate: number; count: number; atOnceLimit?: number; withPeer: boolean },
): Contenders {
	const input: StormInput = {
		credential: credentialBy(near, sandbox),
		projectUid: sandbox.seed.project.uid,
		count,
	};
	const run = (contender: string) => async (): Promise<Run> => {
		sandbox.clearFaults();
		if (rate > 0)
			sandbox.fault({
				match: { method: 'POST', path: JOBS_PATH, rate },
				do: { status: 429, ...(atOnceLimit !== undefined && { atOnceLimit }) },
			});
		const before = sandbox.counters();
		const { ms, facts } = await lane.run(MODULE, contender, input);
		const after = sandbox.counters();
		return {
			sample: ms,
			facts: {
				refused: (after.byStatus[429] ?? 0) - (before.byStatus[429] ?? 0),
				'failed items': facts.failed ?? NaN,
				'made twice': after.duplicateJobs - before.duplicateJobs,
			},
		};
	};
	return { [OURS]: run('phraseTms'), ...(withPeer && { 'HTTP Request': run('httpRequest') }) };
}

/** At the rate that has limits, nothing is lost and nothing made twice. */
function lossesOf(comparison: Comparison): Limit[] {
	if (!comparison.name.startsWith(percent(LIMITED_RATE))) return [];
	return ['failed items', 'made twice'].map((fact) => ({
		what: `${comparison.name}: ${fact}`,
		measured: factOf(comparison, OURS, fact),
		unit: '',
		atMost: 0,
	}));
}

function percent(rate: number): string {
	return `${rate * 100} %`;
}
