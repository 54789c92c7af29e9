import type { INodeParameters } from 'n8n-workflow';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { bodiesSent } from '../../support/bodiesSent';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** The operations that search for what a job reads, and what each asks for. */
const SEARCHES = [
	{ resource: 'translationMemory', operation: 'searchByJob', what: { query: 'morning' } },
	{ resource: 'translationMemory', operation: 'searchSegmentByJob', what: { segment: 'Good morning' } },
	{ resource: 'termBase', operation: 'searchByJob', what: { query: 'morning' } },
];

const [memories, segments, terms] = SEARCHES;

const run = async (parameters: INodeParameters) => {
	const { items } = await runTms(sandbox, parameters);
	return items.map(({ json }) => json);
};

const ofJob = () => {
	const { uid, jobUid } = sandbox.seed.project;
	return { projectUid: byId(uid), jobUid: byId(jobUid) };
};

it.each(SEARCHES)(
	'$resource $operation names the job beside what is found',
	async ({ what, ...operation }) => {
		const { uid: projectUid, jobUid } = sandbox.seed.project;
		const found = await run({ ...operation, ...ofJob(), ...what });
		expect(found.length).toBeGreaterThan(0);
		for (const one of found) expect(one).toMatchObject({ projectUid, jobUid });
		expect(sandbox.requests().at(-1)).toMatchObject({ method: 'POST', status: 200 });
	},
);

it.each([
	[memories, { limit: 7 }, { query: 'morning', maxResults: 7 }],
	[
		memories,
		{ options: { reverse: true, scoreThreshold: 0.75 } },
		{ query: 'morning', maxResults: 50, reverse: true, scoreThreshold: 0.75 },
	],
	[segments, {}, { segment: 'Good morning' }],
	[
		segments,
		{
			options: { contextKey: 'k', maxSegments: 1, maxSubSegments: 0, nextSegment: 'N', previousSegment: 'P' },
		},
		{
			segment: 'Good morning',
			contextKey: 'k',
			maxSegments: 1,
			maxSubSegments: 0,
			nextSegment: 'N',
			previousSegment: 'P',
		},
	],
	[terms, { limit: 3, options: { reverse: true } }, { query: 'morning', count: 3, reverse: true }],
] as const)('asks Phrase for what is chosen (%#)', async (search, chosen, body) => {
	const { what, ...operation } = search ?? { what: {} };
	const parameters = { ...operation, projectUid: byId('1'), jobUid: byId('2'), ...what, ...chosen };
	expect(await bodiesSent(parameters as INodeParameters, { searchResults: [] })).toEqual([body]);
});

it.each([
	[memories, { query: '' }, "'Query'"],
	[memories, { limit: 101 }, "'Limit'"],
	[memories, { options: { scoreThreshold: 2 } }, "'Score Threshold'"],
	[segments, { segment: '' }, "'Segment'"],
	[segments, { options: { maxSegments: 6 } }, "'Max Segments'"],
	[terms, { jobUid: byId('') }, "'Job'"],
] as const)('sends nothing that Phrase would refuse (%#)', async (search, wrong, named) => {
	const { what, ...operation } = search ?? { what: {} };
	const error = await thrownBy(run({ ...operation, ...ofJob(), ...what, ...wrong }));
	expect((error as Error).message).toContain(named);
	expect(sandbox.requests()).toEqual([]);
});
