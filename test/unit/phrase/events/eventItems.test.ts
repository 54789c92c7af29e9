import { eventItems } from '../../../../core/phrase/events/eventItems';
import { readEvent } from '../../../../core/phrase/events/readEvent';

const project = { uid: 'P1', name: 'Website', sourceLang: 'en' };
const part = (uid: string) => ({
	uid,
	fileName: `${uid}.docx`,
	targetLang: 'cs',
	workflowLevel: 1,
	status: 'COMPLETED_BY_LINGUIST',
	project: { uid: 'P1', lastWorkflowLevel: 2 },
});
const statusChanged = {
	jobParts: [part('J1'), part('J2')],
	metadata: { project },
	event: 'JOB_STATUS_CHANGED',
	timestamp: 1770664466,
	eventUid: 'E1',
};

function itemsOf(body: object) {
	const event = readEvent(body as never);
	return event && eventItems(event);
}

it('makes an item of each job part', () => {
	const envelope = {
		event: 'JOB_STATUS_CHANGED',
		known: true,
		eventUid: 'E1',
		timestamp: '2026-02-09T19:14:26.000Z',
		projectUid: 'P1',
	};
	const job = (uid: string) => ({
		...part(uid),
		filename: `${uid}.docx`,
		status: 'COMPLETED',
		webhookStatus: 'COMPLETED_BY_LINGUIST',
	});
	expect(itemsOf(statusChanged)).toEqual([
		{ ...envelope, jobUid: 'J1', job: job('J1'), project, metadata: { project } },
		{ ...envelope, jobUid: 'J2', job: job('J2'), project, metadata: { project } },
	]);
});

it('makes an item of the one job part that some events have', () => {
	const body = { event: 'JOB_TARGET_UPDATED', jobPart: part('J1'), confirmedUpdatedSegmentCount: 2 };
	expect(itemsOf(body)).toEqual([
		{
			event: 'JOB_TARGET_UPDATED',
			known: true,
			eventUid: null,
			timestamp: null,
			projectUid: 'P1',
			jobUid: 'J1',
			job: {
				...part('J1'),
				filename: 'J1.docx',
				status: 'COMPLETED',
				webhookStatus: 'COMPLETED_BY_LINGUIST',
			},
			project: { uid: 'P1', lastWorkflowLevel: 2 },
			confirmedUpdatedSegmentCount: 2,
		},
	]);
});

it.each([
	['a project', { event: 'PROJECT_CREATED', project }, { projectUid: 'P1', project }],
	[
		'an analysis',
		{ event: 'ANALYSIS_CREATED', analyse: { uid: 'A1' }, metadata: { project } },
		{ projectUid: 'P1', project, analyse: { uid: 'A1' }, metadata: { project } },
	],
	[
		'a project template',
		{ event: 'PROJECT_TEMPLATE_CREATED', projectTemplate: { uid: 'T1' } },
		{ projectTemplate: { uid: 'T1' } },
	],
	[
		'a job that could not be exported',
		{ event: 'JOB_UNEXPORTED', jobUid: 'J1', error: { code: 'x' } },
		{ jobUid: 'J1', error: { code: 'x' } },
	],
	['no jobs', { event: 'JOB_DELETED', jobParts: [] }, { jobParts: [] }],
])('makes one item of an event about %s', (_, body, rest) => {
	expect(itemsOf(body)).toEqual([
		{ event: body.event, known: true, eventUid: null, timestamp: null, ...rest },
	]);
});

it('marks an event that it does not know, and keeps what it holds', () => {
	expect(itemsOf({ event: 'TERM_ADDED', term: { uid: 'X' }, eventUid: 7 })).toEqual([
		{ event: 'TERM_ADDED', known: false, eventUid: '7', timestamp: null, term: { uid: 'X' } },
	]);
});

it.each<[string, object, object]>([
	['jobParts is a text', { jobParts: 'J1' }, { jobParts: 'J1' }],
	['jobParts holds more than objects', { jobParts: [part('J1'), null] }, { jobParts: [part('J1'), null] }],
	['jobPart is null', { jobPart: null }, { jobPart: null }],
	['the project is a text', { project: 'P1' }, { project: 'P1' }],
	['the metadata is a number', { metadata: 5 }, { metadata: 5 }],
	['a job has no name and a number for its status', { jobPart: { status: 5 } }, { job: { status: 5 } }],
])('keeps as received what is of another type: %s', (_, body, rest) => {
	expect(itemsOf({ event: 'JOB_CREATED', ...body })).toEqual([
		{ event: 'JOB_CREATED', known: true, eventUid: null, timestamp: null, ...rest },
	]);
});

it.each([{}, { event: '' }, { event: 5 }, { event: null }, { event: ['JOB_CREATED'] }])(
	'reads no event from %j',
	(body) => {
		expect(readEvent(body as never)).toBeUndefined();
	},
);

it.each([
	['text', '1770664466'],
	['negative', -1],
	['in milliseconds', 1770664466000],
	['no number', NaN],
	['an object', {}],
])('does without a timestamp that is %s', (_, timestamp) => {
	expect(readEvent({ event: 'JOB_CREATED', timestamp })).toMatchObject({ timestamp: null });
});

it.each(['', null, {}, ['E1']])('does without the event UID %j', (eventUid) => {
	expect(readEvent({ event: 'JOB_CREATED', eventUid })).toMatchObject({ eventUid: null });
});
