import type { INodeParameters } from 'n8n-workflow';
import { loadOptions, searchList, storeBinary } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

/** Creates jobs of a file and gives what was sent of them. */
async function created(more: INodeParameters) {
	const data = await storeBinary(Buffer.from('Hello'), { fileName: 'hello.txt', mimeType: 'text/plain' });
	const { items } = await runTms(
		sandbox,
		{ resource: 'job', operation: 'create', waitForCompletion: false, ...more },
		{ items: [{ json: { lang: 'de' }, binary: { data } }] },
	);
	const request = sandbox.requests().find(({ method, path }) => method === 'POST' && path.endsWith('/jobs'));
	return { items, sent: JSON.parse(String(request?.headers.memsource)) as Record<string, unknown> };
}

/** Creates jobs whose assignments are given row by row. */
const assigned = async (project: { uid: string }, row: INodeParameters[], more: INodeParameters = {}) =>
	await created({
		projectUid: byId(project.uid),
		targetLangs: ['de', 'fr'],
		assign: 'fields',
		assignments: { row },
		...more,
	});

const lena = { providerType: 'USER', userId: byId('201') };
const luca = { providerType: 'USER', userId: byId('202') };
const wordWorks = { providerType: 'VENDOR', vendorId: byId('301') };

describe('assignments of a project with workflow steps', () => {
	it('are sent by step, and rows of one step and language together', async () => {
		const { workflowProject } = sandbox.seed;
		const [translation = '', revision = ''] = workflowProject.workflowSteps.map(({ id }) => id);
		const { items, sent } = await assigned(workflowProject, [
			{ workflowStepId: translation, targetLang: 'de', ...lena, due: '2030-12-31T18:00:00Z' },
			{ workflowStepId: translation, targetLang: '={{ $json.lang }}', ...wordWorks },
			{ workflowStepId: translation, targetLang: 'de', ...lena },
			{ workflowStepId: translation, targetLang: 'fr', ...luca, emailTemplateId: byId('39') },
			{ workflowStepId: revision, targetLang: '', ...wordWorks },
		]);
		expect(sent).toEqual({
			targetLangs: ['de', 'fr'],
			workflowSettings: [
				{
					id: translation,
					due: '2030-12-31T18:00:00.000Z',
					notifyProvider: { organizationEmailTemplate: { id: '39' }, notificationIntervalInMinutes: 0 },
					assignments: [
						{
							targetLang: 'de',
							providers: [
								{ type: 'USER', id: '201' },
								{ type: 'VENDOR', id: '301' },
							],
						},
						{ targetLang: 'fr', providers: [{ type: 'USER', id: '202' }] },
					],
				},
				{
					id: revision,
					assignments: [
						{ targetLang: 'de', providers: [{ type: 'VENDOR', id: '301' }] },
						{ targetLang: 'fr', providers: [{ type: 'VENDOR', id: '301' }] },
					],
				},
			],
		});
		expect(items).toHaveLength(4);
		expect(items.map(({ json }) => json.providers)).toContainEqual([
			expect.objectContaining({ type: 'USER', id: '202' }),
		]);
	});

	it('can be a due date alone, which is sent for each target language', async () => {
		const { workflowProject } = sandbox.seed;
		const [step] = workflowProject.workflowSteps;
		const { sent } = await assigned(workflowProject, [
			{ workflowStepId: String(step?.id), providerType: 'NOBODY', due: '2030-12-31T18:00:00Z' },
		]);
		expect(sent.workflowSettings).toEqual([
			{
				id: step?.id,
				due: '2030-12-31T18:00:00.000Z',
				assignments: [{ targetLang: 'de' }, { targetLang: 'fr' }],
			},
		]);
	});
});

describe('assignments of a project without workflow steps', () => {
	it('are sent for the job itself', async () => {
		const { sent } = await assigned(sandbox.seed.project, [
			{ ...lena, emailTemplateId: byId('40'), notificationInterval: 30 },
			{ targetLang: 'fr', ...wordWorks, due: '2030-12-31T18:00:00Z' },
		]);
		expect(sent).toEqual({
			targetLangs: ['de', 'fr'],
			due: '2030-12-31T18:00:00.000Z',
			notifyProvider: { organizationEmailTemplate: { id: '40' }, notificationIntervalInMinutes: 30 },
			assignments: [
				{ targetLang: 'de', providers: [{ type: 'USER', id: '201' }] },
				{
					targetLang: 'fr',
					providers: [
						{ type: 'USER', id: '201' },
						{ type: 'VENDOR', id: '301' },
					],
				},
			],
		});
	});

	it('are not sent when they name nobody', async () => {
		const { sent } = await assigned(sandbox.seed.project, [
			{ providerType: 'NOBODY', due: '2030-12-31T18:00:00Z' },
		]);
		expect(sent).toEqual({ targetLangs: ['de', 'fr'], due: '2030-12-31T18:00:00.000Z' });
	});

	it('are none when there are no rows, or the user chose nobody', async () => {
		expect((await assigned(sandbox.seed.project, [])).sent).toEqual({ targetLangs: ['de', 'fr'] });
		await sandbox.reset();
		const { sent } = await assigned(sandbox.seed.project, [lena], { assign: 'nobody' });
		expect(sent).toEqual({ targetLangs: ['de', 'fr'] });
	});
});

describe('assignments that cannot be used', () => {
	it.each<[string, INodeParameters[], INodeParameters, RegExp]>([
		['no user', [lena, { ...lena, userId: byId('') }], {}, /^'Assignments': row 2: 'User': choose one/],
		[
			'a language that is none',
			[{ ...lena, targetLang: 'Czech!' }],
			{},
			/row 1: 'Target Language Name or ID'/,
		],
		['another language', [lena, { ...lena, targetLang: 'ja' }], {}, /row 2: 'ja' is not one of the target/],
		['a row without meaning', [{ providerType: 'NOBODY' }], {}, /row 1: says nothing/],
		[
			'steps in some rows',
			[lena, { ...lena, workflowStepId: '64' }],
			{},
			/row 2: give the workflow step in every/,
		],
		[
			'two due dates of a step',
			[
				{ ...lena, due: '2030-12-31T18:00:00Z' },
				{ ...luca, due: '2030-12-30T18:00:00Z' },
			],
			{},
			/row 2: has another 'Due Date'/,
		],
		[
			'two emails of a step',
			[
				{ ...lena, emailTemplateId: byId('39') },
				{ ...luca, emailTemplateId: byId('40') },
			],
			{},
			/row 2: has another 'Email Template'/,
		],
		[
			'an interval alone',
			[{ ...lena, notificationInterval: 5 }],
			{},
			/row 1: 'Notification Interval \(Minutes\)' needs/,
		],
		[
			'two due dates',
			[{ ...lena, due: '2030-12-31T18:00:00Z' }],
			{ additionalFields: { due: '2030-12-31T18:00:00Z' } },
			/'Due' and a 'Due Date'/,
		],
		[
			'two emails',
			[{ ...lena, emailTemplateId: byId('39') }],
			{ additionalFields: { notificationEmailTemplateId: byId('40') } },
			/'Email Template' in 'Additional Fields'/,
		],
		[
			'a due date beside steps',
			[{ ...lena, workflowStepId: '64' }],
			{ additionalFields: { due: '2030-12-31T18:00:00Z' } },
			/per step/,
		],
	])('are refused before anything is sent: %s', async (_case, row, more, reason) => {
		const error = await thrownBy(assigned(sandbox.seed.project, row, more));
		expect((error as Error).message).toMatch(reason);
		expect(sandbox.requests()).toEqual([]);
	});
});

describe('the lists in a row', () => {
	const setup = (project: { uid: string }) => ({
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'job',
			operation: 'create',
			projectUid: byId(project.uid),
			assign: 'fields',
			assignments: { row: [lena] },
		},
		credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
	});

	it('show the steps and languages of the chosen project, and the choice of none or all', async () => {
		const { workflowProject, project } = sandbox.seed;
		const list = async (method: string, of: { uid: string }) =>
			(await loadOptions(new PhraseTms(), method, setup(of))).map(({ value }) => value);
		expect(await loadOptions(new PhraseTms(), 'getWorkflowSteps', setup(workflowProject))).toEqual([
			{ name: 'None', value: '' },
			...workflowProject.workflowSteps.map(({ id, name }) => ({ name, value: id })),
		]);
		expect(await list('getWorkflowSteps', project)).toEqual(['']);
		expect(await list('getTargetLangOrAll', workflowProject)).toEqual([
			'',
			...(await list('getTargetLangs', workflowProject)),
		]);
		expect(await list('getTargetLangs', workflowProject)).toHaveLength(workflowProject.targetLangs.length);
	});

	it.each([
		['searchUsers', 'lena.linguist@', [{ name: 'Lena Linguist (lena.linguist)', value: '201' }]],
		['searchVendors', 'word', [{ name: 'Word Works', value: '301' }]],
		['searchEmailTemplates', 'nextworkflow', [{ name: 'Next step (NextWorkflowStep)', value: '41' }]],
	])('%s finds %s', async (method, filter, found) => {
		const search = { ...setup(sandbox.seed.project), filter };
		expect((await searchList(new PhraseTms(), method, search)).results).toEqual(found);
		const all = await searchList(new PhraseTms(), method, setup(sandbox.seed.project));
		expect(all.results.length).toBeGreaterThan(1);
	});
});

describe('a remote file', () => {
	const withRemoteFile = async (row: INodeParameters) =>
		await created({
			projectUid: byId(sandbox.seed.project.uid),
			targetLangs: ['de'],
			additionalFields: { remoteFile: { row } },
		});

	it('is given by fields, its connector by the token that the list holds', async () => {
		const { connector } = sandbox.seed;
		const { results } = await searchList(new PhraseTms(), 'searchConnectorTokens', {
			parameters: { authentication: 'phraseTmsApi' },
			credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
			filter: connector.name,
		});
		expect(results.map(({ value }) => value)).toEqual([connector.localToken]);
		const { folder, encodedName } = connector.files.guide;
		const { sent } = await withRemoteFile({
			connectorToken: byId(connector.localToken),
			remoteFolder: folder,
			remoteFileName: encodedName,
			continuous: true,
		});
		expect(sent.remoteFile).toEqual({
			connectorToken: connector.localToken,
			remoteFolder: folder,
			remoteFileName: encodedName,
			remoteFileNameRegex: false,
			continuous: true,
		});
	});

	it('is given by JSON', async () => {
		const { localToken, files } = sandbox.seed.connector;
		const remoteFile = { connectorToken: localToken, remoteFileName: files.readme.encodedName };
		const { sent } = await withRemoteFile({ specify: 'json', json: JSON.stringify(remoteFile) });
		expect(sent.remoteFile).toEqual(remoteFile);
	});

	it('has to have a connector and a name', async () => {
		const error = await thrownBy(withRemoteFile({ connectorToken: byId('token'), remoteFileName: '' }));
		expect((error as Error).message).toMatch(/'Remote File': 'File': choose one from the list/);
		expect(sandbox.requests()).toEqual([]);
	});
});
