import type { INodeParameters } from 'n8n-workflow';
import { loadFields } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}) => {
	const { items } = await runTms(sandbox, { resource: 'customField', operation, ...parameters });
	return items.map(({ json }) => json);
};

/** Values as n8n's mapper holds them. */
const given = (value: INodeParameters) => ({ mappingMode: 'defineBelow', value });

const ofProject = () => ({ entity: 'project', projectUid: byId(sandbox.seed.project.uid) });

const EVERY_TYPE = {
	'Sandbox string': 'Plain',
	'Sandbox number': '4.5',
	'Sandbox date': '2030-12-31',
	'Sandbox url': 'https://example.com/a',
	'Sandbox single select': 'Urgent',
	'Sandbox multi select': 'Low, High',
};

const changes = () => sandbox.requests().filter(({ method }) => method !== 'GET');

describe('the values of custom fields', () => {
	it.each(['project', 'job', 'projectTemplate'])(
		'are set and read for a %s, whatever their types',
		async (of) => {
			const { uid, jobUid } = sandbox.seed.project;
			const [template] = (await runTms(sandbox, { resource: 'projectTemplate', operation: 'getMany' })).items;
			const templateUid = String(template?.json.templateUid);
			const entity = {
				entity: of,
				...(of !== 'projectTemplate' && { projectUid: byId(uid) }),
				...(of === 'job' && { jobUid: byId(jobUid) }),
				...(of === 'projectTemplate' && { templateUid: byId(templateUid) }),
			};
			const [set] = await run('setValues', { ...entity, values: given(EVERY_TYPE) });
			const values = await run('getValues', { ...entity, returnAll: true });
			const names =
				of === 'projectTemplate' ? { templateUid } : { projectUid: uid, ...(of === 'job' && { jobUid }) };
			expect(set).toMatchObject({
				...names,
				customFields: values.map(({ name, value }) => ({ name, value })),
			});
			expect(values.map(({ name, value }) => [name, value])).toEqual([
				['Sandbox string', 'Plain'],
				['Sandbox number', '4.5'],
				['Sandbox date', '2030-12-31'],
				['Sandbox url', 'https://example.com/a'],
				['Sandbox single select', 'Urgent'],
				['Sandbox multi select', ['Low', 'High']],
			]);
			expect(values[0]).toMatchObject({
				...names,
				customFieldUid: expect.any(String) as string,
				instanceUid: expect.any(String) as string,
			});
		},
	);

	it('are changed where there are some, removed where that is wanted, and else stay', async () => {
		await run('setValues', { ...ofProject(), values: given(EVERY_TYPE) });
		const before = await run('getValues', { ...ofProject(), returnAll: true });
		const options = { removed: 'Sandbox url, Sandbox date' };
		const other = given({ 'Sandbox string': 'Other', 'Sandbox multi select': ['Urgent'] });
		await run('setValues', { ...ofProject(), values: other, options });
		const after = await run('getValues', { ...ofProject(), returnAll: true });
		expect(after.map(({ name, value }) => [name, value])).toEqual([
			['Sandbox string', 'Other'],
			['Sandbox number', '4.5'],
			['Sandbox single select', 'Urgent'],
			['Sandbox multi select', ['Urgent']],
		]);
		expect(after[0]?.instanceUid).toBe(before[0]?.instanceUid);
	});

	it('may be given by the UIDs of the fields, as the mapper does, and points in time are in UTC', async () => {
		const fields = await run('getMany', { returnAll: true });
		const uidOf = (type: string) => String(fields.find((field) => field.type === type)?.customFieldUid);
		const value = { [uidOf('DATE')]: '2030-12-31T18:00:00+01:00', [uidOf('NUMBER')]: 7 };
		const [set] = await run('setValues', { ...ofProject(), values: given(value) });
		expect(set?.customFields).toMatchObject([{ value: '2030-12-31T17:00:00.000Z' }, { value: '7' }]);
	});

	it('are whole without Simplify', async () => {
		const [set] = await run('setValues', { ...ofProject(), values: given(EVERY_TYPE), simplify: false });
		expect(set?.customFields).toContainEqual(
			expect.objectContaining({ customField: expect.objectContaining({ type: 'URL' }) as object }),
		);
	});

	it.each([
		['a number', { 'Sandbox number': 'many' }, "'Values', at 'Sandbox number': expected a number"],
		['a URL', { 'Sandbox url': 'no address' }, "'Values', at 'Sandbox url': expected a URL"],
		['a date', { 'Sandbox date': 'tomorrow' }, "'Values', at 'Sandbox date': expected a date"],
		['an option', { 'Sandbox single select': 'Urgnt' }, "has no option 'Urgnt': did you mean 'Urgent'?"],
		['an option that is retired', { 'Sandbox single select': 'Never' }, "has no option 'Never'"],
		['one option', { 'Sandbox single select': ['Low', 'High'] }, 'takes one of its options'],
		['a field', { 'Sandbox sting': 'x' }, "did you mean 'Sandbox string'?"],
		['a text', { 'Sandbox string': 'x'.repeat(4097) }, 'must have at most 4096 characters'],
		['anything', {}, "'Values' says nothing"],
	])('are not sent when they are not %s', async (_what, wrong, told) => {
		const error = await thrownBy(run('setValues', { ...ofProject(), values: given(wrong) }));
		expect((error as Error).message).toContain(told);
		expect(changes()).toEqual([]);
	});

	it('are not both set and removed', async () => {
		const both = { values: given({ 'Sandbox url': 'https://a.b' }), options: { removed: 'Sandbox url' } };
		const error = await thrownBy(run('setValues', { ...ofProject(), ...both }));
		expect((error as Error).message).toContain("'Sandbox url': is both set and removed");
	});
});

it('the editor is told of the fields by their types, with all options', async () => {
	const { fields } = await loadFields(new PhraseTms(), 'getCustomFieldsToSet', {
		credentials: { phraseTmsApi: { ...sandbox.credentials.phraseTmsApi } },
		parameters: {
			authentication: 'phraseTmsApi',
			resource: 'customField',
			operation: 'setValues',
			...ofProject(),
		},
	});
	expect(fields.map(({ displayName, type }) => [displayName, type])).toEqual([
		['Sandbox string', 'string'],
		['Sandbox number', 'number'],
		['Sandbox date', 'dateTime'],
		['Sandbox url', 'string'],
		['Sandbox single select', 'options'],
		['Sandbox multi select (Low, High, Urgent)', 'string'],
	]);
	expect(fields[4]?.options?.map(({ value }) => value)).toEqual(['Low', 'High', 'Urgent']);
});

describe('a custom field', () => {
	it('is created, found, changed and deleted', async () => {
		const [made] = await run('create', {
			name: 'Priority',
			type: 'SINGLE_SELECT',
			choices: 'Low, High',
			allowedEntities: ['JOB'],
			additionalFields: { description: 'How fast' },
		});
		const customFieldUid = byId(String(made?.customFieldUid));
		expect(made).toMatchObject({ name: 'Priority', type: 'SINGLE_SELECT', allowedEntities: ['JOB'] });
		expect(await run('getMany', { filters: { name: 'prio' } })).toMatchObject([{ name: 'Priority' }]);
		const [changed] = await run('update', { customFieldUid, updateFields: { name: 'Urgency' } });
		expect(changed).toMatchObject({ name: 'Urgency', allowedEntities: ['JOB'], description: 'How fast' });
		expect(await run('delete', { customFieldUid })).toMatchObject([{ deleted: true }]);
		expect(await thrownBy(run('get', { customFieldUid }))).toMatchObject({ httpCode: '404' });
	});

	it.each([
		['create', { name: '' }, "'Name'"],
		['create', { name: 'A', type: 'MULTI_SELECT', choices: '' }, "'Choices'"],
		['create', { name: 'A', allowedEntities: [] }, "'For'"],
		['update', { customFieldUid: byId('1'), updateFields: {} }, "'Update Fields' says nothing"],
	])('is not sent for a wrong %s (%#)', async (operation, wrong, told) => {
		const error = await thrownBy(run(operation, wrong));
		expect((error as Error).message).toContain(told);
		expect(sandbox.requests()).toEqual([]);
	});
});
