import type { INodeParameters } from 'n8n-workflow';
import { dateTime } from '../../../core/fields/dateTime';
import { storeBinary } from '../../../n8n/inProcess';
import { valuesOf } from '../../support/echo';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const fields = { due: dateTime({ displayName: 'Due', description: 'When it is due' }) };

/** What the field makes of a value in a workflow of New York. */
const dueOf = async (due: unknown, item: object = {}) =>
	(
		await valuesOf(
			fields,
			{ due: due as string },
			{ timezone: 'America/New_York', items: [{ json: { ...item } }] },
		)
	).due;

it.each([
	['the date picker, in summer', '2030-06-15T18:00:00', '2030-06-15T22:00:00.000Z'],
	['the date picker, in winter', '2030-12-31T18:00:00', '2030-12-31T23:00:00.000Z'],
	['a date without a time of day', '2030-06-15', '2030-06-15T04:00:00.000Z'],
	['an hour that summer time skips', '2030-03-10T02:30:00', '2030-03-10T07:30:00.000Z'],
	['a time in UTC', '2030-06-15T18:00:00Z', '2030-06-15T18:00:00.000Z'],
	['a time with an offset', '2030-06-15T18:00:00.5+02:00', '2030-06-15T16:00:00.500Z'],
	['an offset of hours only', '2030-06-15T18:00+02', '2030-06-15T16:00:00.000Z'],
	["n8n's date", "={{ DateTime.fromISO('2030-06-15T18:00:00') }}", '2030-06-15T22:00:00.000Z'],
	[
		"n8n's date in a zone",
		"={{ DateTime.fromISO('2030-06-15T18:00:00', { zone: 'Asia/Tokyo' }) }}",
		'2030-06-15T09:00:00.000Z',
	],
	['a date of JavaScript', "={{ new Date('2030-06-15T18:00:00Z') }}", '2030-06-15T18:00:00.000Z'],
	['nothing', '', undefined],
	['what an expression does not find', '={{ $json.missing }}', undefined],
	['null', '={{ null }}', undefined],
])('reads %s', async (_case, due, expected) => {
	expect(await dueOf(due)).toBe(expected);
});

it.each([
	['an American date', '06/15/2030'],
	['a date in words', '15 June 2030'],
	['a number', '={{ 1893456000000 }}'],
	['a number as text', '1893456000000'],
	['a year', '={{ 2030 }}'],
	['a switch', '={{ true }}'],
	['a list', "={{ ['2030-06-15'] }}"],
	['an object', '={{ {} }}'],
	['a month that there is not', '2030-13-01T00:00:00'],
	['a day that its month does not have', '2030-02-30'],
	['an hour that there is not', '2030-06-15T25:00:00'],
	['a date that is none', "={{ new Date('never') }}"],
])('refuses %s and names the parameter', async (_case, due) => {
	await expect(dueOf(due)).rejects.toThrow(/^'Due': /);
});

it('says that the workflow has an unknown time zone', async () => {
	await expect(
		valuesOf(fields, { due: '2030-06-15T18:00:00' }, { timezone: 'Mars/Olympus' }),
	).rejects.toThrow(/'Due': .*time zone.*Mars\/Olympus/);
});

describe('when a job is created', () => {
	const sandbox = useSandbox();

	/** The due dates of the jobs that come of a file, in a workflow of New York. */
	async function dueDates(projectUid: string, more: INodeParameters) {
		const data = await storeBinary(Buffer.from('Hello'), { fileName: 'a.txt' });
		const { items } = await runTms(
			sandbox,
			{
				resource: 'job',
				operation: 'create',
				projectUid: byId(projectUid),
				targetLangs: ['de'],
				...more,
			},
			{ timezone: 'America/New_York', items: [{ json: {}, binary: { data } }] },
		);
		return items.map(({ json }) => new Date(String(json.dateDue)).toISOString());
	}

	it("'Due' is in the time zone of the workflow", async () => {
		const { project } = sandbox.seed;
		expect(await dueDates(project.uid, { additionalFields: { due: '2030-06-15T18:00:00' } })).toEqual([
			'2030-06-15T22:00:00.000Z',
		]);
	});

	it("'due' of 'Workflow Settings (JSON)' is in the time zone of the workflow", async () => {
		const { workflowProject } = sandbox.seed;
		const workflowSettings = workflowProject.workflowSteps.map(({ id }) => ({
			id,
			due: '2030-06-15T18:00:00',
			assignments: [{ targetLang: 'de' }],
		}));
		expect(
			await dueDates(workflowProject.uid, { assign: 'json', workflowSettingsJson: workflowSettings }),
		).toEqual(workflowSettings.map(() => '2030-06-15T22:00:00.000Z'));
	});
});
