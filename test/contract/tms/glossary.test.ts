import type { INodeParameters } from 'n8n-workflow';
import { storeBinary } from '../../../n8n/inProcess';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}) => {
	const { items } = await runTms(sandbox, { resource: 'glossary', operation, ...parameters });
	return items.map(({ json }) => json);
};

const created = async () => {
	const [made] = await run('create', { name: 'Names', langs: ['en', 'de'] });
	return byId(String(made?.glossaryUid));
};

it('is created, found, changed, activated and deleted', async () => {
	const glossaryUid = await created();
	const names = { glossaryUid: glossaryUid.value };
	expect(await run('getMany', { filters: { name: 'Names' } })).toMatchObject([names]);
	await run('update', { glossaryUid, updateFields: { langs: ['en', 'de', 'cs'] } });
	expect(await run('setStatus', { glossaryUid, status: 'ACTIVE' })).toMatchObject([
		{ ...names, name: 'Names', langs: ['en', 'de', 'cs'], active: true },
	]);
	await run('setStatus', { glossaryUid, status: 'INACTIVE' });
	expect(await run('get', { glossaryUid })).toMatchObject([{ ...names, active: false }]);
	const [gone] = await run('delete', { glossaryUid, options: { purge: true } });
	expect(gone).toEqual({ ...names, deleted: true });
	expect(sandbox.requests().at(-1)?.query).toContain('purge=true');
	expect(await thrownBy(run('get', { glossaryUid }))).toMatchObject({ httpCode: '404' });
});

it('is removed for good once, also after it was deleted', async () => {
	const glossaryUid = String((await created()).value);
	await run('delete', { glossaryUid: byId(glossaryUid) });
	expect(await run('purge', { glossaryUid })).toEqual([{ glossaryUid, purged: true }]);
	const { method, path } = sandbox.requests().at(-1) ?? {};
	expect([method, path]).toEqual(['POST', `/web/api2/v1/glossaries/${glossaryUid}/purge`]);
});

it('is written back with all that Phrase would forget', async () => {
	const parameters = { glossaryUid: byId('1'), updateFields: { name: 'Renamed' } };
	const current = { uid: '1', name: 'Names', langs: ['en', 'de'], owner: { id: '5', userName: 'ann' } };
	expect(await bodiesSent({ resource: 'glossary', operation: 'update', ...parameters }, current)).toEqual([
		{ name: 'Renamed', langs: ['en', 'de'], owner: { id: '5' } },
	]);
});

it('is exported into a binary field, and imported from one', async () => {
	const glossaryUid = await created();
	const exported = await runTms(sandbox, {
		resource: 'glossary',
		operation: 'export',
		glossaryUid,
		format: 'Xlsx',
	});
	expect(exported.items[0]?.json).toMatchObject({ glossaryUid: glossaryUid.value });
	expect(exported.items[0]?.binary?.data?.fileName).toEqual(expect.any(String));
	const imported = await runTms(
		sandbox,
		{ resource: 'glossary', operation: 'import', glossaryUid, options: { updateTerms: false } },
		{
			items: [{ json: {}, binary: { data: await storeBinary(Buffer.from('terms'), { fileName: 'ü.tbx' }) } }],
		},
	);
	expect(imported.items[0]?.json).toMatchObject({ glossaryUid: glossaryUid.value });
	const sent = sandbox.requests().find(({ path }) => path.endsWith('/upload'));
	expect(sent?.query).toMatch(/updateTerms=false/);
});

it.each([
	['create', { name: '', langs: ['en'] }, "'Name'"],
	['create', { name: 'Names', langs: [] }, "'Language Names or IDs'"],
	['get', { glossaryUid: byId('') }, "'Glossary'"],
	['getMany', { filters: { lang: ['German'] } }, "'Language"],
	['update', { updateFields: {} }, "'Update Fields' says nothing"],
	['setStatus', { status: 'NEW' }, "'Status'"],
	['delete', { glossaryUid: byId('..') }, "'Glossary'"],
	['purge', { glossaryUid: '' }, "'Glossary UID'"],
	['export', { format: 'PDF' }, "'Format'"],
	['import', { binaryPropertyName: 'missing' }, 'missing'],
])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
	const error = await thrownBy(run(operation, { glossaryUid: byId('1'), ...wrong }));
	expect((error as Error).message).toContain(named);
	expect(sandbox.requests()).toEqual([]);
});
