import type { IDataObject, INodeParameters, NodeApiError } from 'n8n-workflow';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}) =>
	(await runTms(sandbox, { resource: 'importSettings', operation, ...parameters })).items.map(
		({ json }) => json,
	);

const failureOf = async (operation: string, parameters: INodeParameters = {}) =>
	(await thrownBy(run(operation, parameters))) as NodeApiError;

const sent = async (operation: string, parameters: INodeParameters, answer: object = { uid: 'u' }) =>
	(await bodiesSent({ resource: 'importSettings', operation, ...parameters }, answer))[0];

const get = async (uid: unknown) => (await run('get', { importSettingsUid: byId(String(uid)) }))[0];

describe('import settings: create', () => {
	it('saves settings of several formats, which jobs can have then', async () => {
		const settings = {
			name: 'Product texts',
			general: { inputCharset: 'UTF-8', segmentationRuleId: byId('12'), targetLengthMax: 80 },
			json: { icuSubFilter: true, includeKeyRegexp: '^title$' },
			md: { flavor: 'GITHUB' },
		};
		const [created] = await run('create', settings);
		expect(created).toMatchObject({ name: 'Product texts', importSettingsUid: created?.uid });
		expect(await sent('create', settings)).toEqual({
			name: 'Product texts',
			fileImportSettings: {
				inputCharset: 'UTF-8',
				segmentationRuleId: 12,
				targetLength: true,
				targetLengthMax: 80,
				json: { icuSubFilter: true, includeKeyRegexp: '^title$' },
				md: { flavor: 'GITHUB' },
			},
		});
		expect(await run('getMany', { filters: { name: 'Product' } })).toMatchObject([
			{ importSettingsUid: created?.uid, name: 'Product texts' },
		]);
	});

	it('takes JSON for all other formats', async () => {
		const settingsJson = JSON.stringify({ php: { tagRegexp: '%s' } });
		expect(await sent('create', { name: 'PHP', settings: 'json', settingsJson })).toEqual({
			name: 'PHP',
			fileImportSettings: { php: { tagRegexp: '%s' } },
		});
		expect(await run('create', { name: 'PHP', settings: 'json', settingsJson })).toHaveLength(1);
	});

	it.each([
		[{ name: '' }, "'Name': must not be empty"],
		[{}, "'Settings' says nothing"],
		[{ settings: 'json', settingsJson: '{' }, "'Settings (JSON)'"],
		[{ general: { targetLengthMax: 0 } }, "'General Settings': 'Target Length': expected 1 or more"],
	])('refuses %j before anything is sent', async (change, message) => {
		expect((await failureOf('create', { name: 'A name', ...change })).message).toContain(message);
		expect(sandbox.requests()).toHaveLength(0);
	});
});

describe('import settings: update', () => {
	it('keeps what it is not given, of the same format as well', async () => {
		const { uid, name } = sandbox.seed.importSettings;
		const [before] = await run('get', { importSettingsUid: byId(uid) });
		const [after] = await run('update', { importSettingsUid: byId(uid), json: { icuSubFilter: true } });
		const { fileImportSettings: settings } = before as { fileImportSettings: IDataObject };
		expect(after).toMatchObject({
			importSettingsUid: uid,
			name,
			fileImportSettings: { ...settings, json: { ...(settings.json as IDataObject), icuSubFilter: true } },
		});
		expect(await get(uid)).toMatchObject({ fileImportSettings: { json: { icuSubFilter: true } } });
	});

	it('renames, and writes segmentation rules by their ids', async () => {
		const uid = 'u';
		const read = {
			uid,
			name: 'Old',
			fileImportSettings: { segRule: { id: '7', name: 'Seven' }, targetSegRule: null, pdf: { filter: null } },
		};
		const rename = { importSettingsUid: byId(uid), updateFields: { name: 'New' } };
		expect(await sent('update', rename, read)).toEqual({
			uid,
			name: 'New',
			fileImportSettings: { segmentationRuleId: 7, pdf: {} },
		});
	});

	it('changes those of the organization', async () => {
		const [before] = await run('getDefault');
		await run('updateDefault', { html: { excludeElements: 'code' } });
		const [after] = await run('getDefault');
		expect(after).toMatchObject({
			importSettingsUid: before?.importSettingsUid,
			fileImportSettings: { html: { excludeElements: 'code' } },
		});
	});

	it('refuses to change nothing, and names settings that do not exist', async () => {
		const importSettingsUid = byId('nowhere');
		expect((await failureOf('update', { importSettingsUid })).message).toContain("'Settings' says nothing");
		expect((await failureOf('updateDefault')).message).toContain("'Settings' says nothing");
		expect(sandbox.requests()).toHaveLength(0);
		const unknown = await failureOf('update', { importSettingsUid, updateFields: { name: 'New' } });
		expect(unknown.message).toContain('Import settings nowhere was not found');
	});
});

describe('import settings: delete', () => {
	it('deletes', async () => {
		const { uid } = sandbox.seed.importSettings;
		expect(await run('delete', { importSettingsUid: byId(uid) })).toEqual([
			{ importSettingsUid: uid, deleted: true },
		]);
		expect((await failureOf('get', { importSettingsUid: byId(uid) })).httpCode).toBe('404');
	});

	it('asks for settings', async () => {
		expect((await failureOf('delete', { importSettingsUid: byId('') })).message).toContain(
			"'Import Settings'",
		);
	});
});
