import type { INodeParameters } from 'n8n-workflow';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (resource: string, operation: string, parameters: INodeParameters = {}) => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map(({ json }) => json);
};

const sent = (method: string, path: RegExp) =>
	sandbox.requests().filter((one) => one.method === method && path.test(one.path));

/** Things of which an organization keeps a register, all with the same operations. */
describe.each([
	['businessUnit', 'businessUnitUid', 'businessUnits'],
	['client', 'clientUid', 'clients'],
	['costCenter', 'costCenterUid', 'costCenters'],
	['domain', 'domainUid', 'domains'],
	['subdomain', 'subDomainUid', 'subDomains'],
])('%s', (resource, uidName, path) => {
	const reference = (uid: unknown) => ({ [uidName]: byId(String(uid)) });

	it('is created, found, renamed and deleted', async () => {
		const [made] = await run(resource, 'create', { name: 'Of this test' });
		const uid = made?.[uidName];
		expect(made).toMatchObject({ name: 'Of this test', uid });
		const found = await run(resource, 'getMany', { filters: { name: 'of this' } });
		expect(found).toMatchObject([{ [uidName]: uid, name: 'Of this test' }]);
		const [renamed] = await run(resource, 'update', { ...reference(uid), updateFields: { name: 'Renamed' } });
		expect(renamed).toMatchObject({ [uidName]: uid, name: 'Renamed' });
		expect(await run(resource, 'get', reference(uid))).toMatchObject([{ [uidName]: uid, name: 'Renamed' }]);
		expect(await run(resource, 'delete', reference(uid))).toEqual([{ [uidName]: uid, deleted: true }]);
		const error = await thrownBy(run(resource, 'get', reference(uid)));
		expect(error).toMatchObject({ httpCode: '404' });
	});

	it.each([
		['create', { name: ' ' }, "'Name'"],
		['get', {}, 'choose one from the list, or give its ID'],
		['update', { [uidName]: byId('1'), updateFields: {} }, "'Update Fields' says nothing"],
	])('sends nothing for %s with %j', async (operation, wrong, named) => {
		const error = await thrownBy(run(resource, operation, wrong));
		expect((error as Error).message).toContain(named);
		expect(sent('GET', new RegExp(path))).toEqual([]);
		expect(sent('POST', new RegExp(path))).toEqual([]);
	});
});

it('what is not changed of a client stays as it is', async () => {
	const additionalFields = { externalId: 'crm-7', note: 'Be kind', displayNoteInProject: true };
	const [made] = await run('client', 'create', { name: 'Kept', additionalFields });
	const clientUid = byId(String(made?.clientUid));
	const [changed] = await run('client', 'update', { clientUid, updateFields: { note: 'Be quick' } });
	expect(changed).toMatchObject({
		name: 'Kept',
		externalId: 'crm-7',
		note: 'Be quick',
		displayNoteInProject: true,
	});
});

/** Things of which an organization keeps a register that workflows read. */
it.each([
	['user', 'userUid'],
	['vendor', 'vendorUid'],
	['priceList', 'priceListUid'],
	['netRateScheme', 'netRateSchemeUid'],
	['workflowStep', 'workflowStepUid'],
])('%s: is listed, and one of them read', async (resource, uidName) => {
	const [first] = await run(resource, 'getMany', { limit: 1 });
	expect(first?.[uidName]).toEqual(expect.any(String));
	const [read] = await run(resource, 'get', { [uidName]: byId(String(first?.[uidName])) });
	expect(read).toMatchObject({ [uidName]: first?.[uidName], uid: first?.[uidName] });
});

it('language: lists what Phrase knows, with codes', async () => {
	const languages = await run('language', 'getMany', { returnAll: true });
	expect(languages).toContainEqual(expect.objectContaining({ code: 'de' }));
});
