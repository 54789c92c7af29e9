import type { INodeParameters } from 'n8n-workflow';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}, resource = 'project') => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map(({ json }) => json);
};

const projectUid = () => byId(sandbox.seed.project.uid);

describe('project', () => {
	it('update: changes what is given', async () => {
		const updateFields = { name: 'Renamed', note: 'Be quick' };
		const [changed] = await run('update', { projectUid: projectUid(), updateFields });
		expect(changed).toMatchObject({ projectUid: sandbox.seed.project.uid });
		const error = await thrownBy(run('update', { projectUid: projectUid(), updateFields: {} }));
		expect((error as Error).message).toContain("'Update Fields' says nothing");
	});

	it.each([
		['getProviders', /providers$/],
		['getTranslationMemories', /transMemories$/],
		['getTermBases', /termBases$/],
		['getMtSettings', /mtSettings$/],
		['getAnalyses', /analyses$/],
		['getQuotes', /quotes$/],
	])('%s: each item names the project', async (operation, path) => {
		const items = await run(operation, { projectUid: projectUid(), returnAll: true });
		expect(items.every((item) => item.projectUid === sandbox.seed.project.uid)).toBe(true);
		expect(sandbox.requests().filter((request) => path.test(request.path))).not.toEqual([]);
	});

	it('assignProvidersFromTemplate: names the jobs', async () => {
		const [template] = await run('getMany', { limit: 1 }, 'projectTemplate');
		const templateUid = byId(String(template?.templateUid));
		const [assigned] = await run('assignProvidersFromTemplate', { projectUid: projectUid(), templateUid });
		expect(assigned).toMatchObject({
			templateUid: template?.templateUid,
			jobUids: expect.any(Array) as unknown,
		});
	});

	it('setTranslationMemories: one context for each language, refused without a use', async () => {
		const memory = (more: object) => ({ transMemoryUid: byId(sandbox.seed.transMemory.uid), ...more });
		const set = async (...row: object[]) =>
			await run('setTranslationMemories', {
				projectUid: projectUid(),
				translationMemories: { row } as unknown as INodeParameters,
			});
		await set(memory({ targetLang: 'de' }), memory({ modes: ['read', 'write'], penalty: 5 }));
		expect(sandbox.counters().byOperation.setProjectTransMemoriesV3).toBe(1);
		const error = await thrownBy(set(memory({}), memory({ modes: [] })));
		expect((error as Error).message).toMatch(/row 2.*'Use For'|'Use For'/);
		expect(sandbox.counters().byOperation.setProjectTransMemoriesV3).toBe(1);
	});

	it('setTermBases: writes to one at most', async () => {
		const base = (modes: string[]) => ({ termBaseId: byId('7'), modes });
		const set = async (...row: object[]) =>
			await run('setTermBases', {
				projectUid: projectUid(),
				termBases: { row } as unknown as INodeParameters,
			});
		await set(base(['read', 'write']), base(['check']));
		expect(sandbox.counters().byOperation.setProjectTermBases).toBe(1);
		const error = await thrownBy(set(base(['write']), base(['write'])));
		expect((error as Error).message).toContain('a project writes to one term base');
	});

	it('setMtSettings: sets them by their number', async () => {
		await run('setMtSettings', { projectUid: projectUid(), mtSettingsId: byId('911') });
		expect(sandbox.counters().byOperation.setMtSettingsForProject).toBe(1);
	});
});

describe('project template', () => {
	it('is made from a project, and deleted', async () => {
		const [made] = await run(
			'createFromProject',
			{ projectUid: projectUid(), name: 'Like it' },
			'projectTemplate',
		);
		expect(made).toMatchObject({
			projectUid: sandbox.seed.project.uid,
			templateUid: expect.any(String) as string,
		});
		const [template] = await run('getMany', { limit: 1 }, 'projectTemplate');
		const templateUid = byId(String(template?.templateUid));
		expect(await run('delete', { templateUid }, 'projectTemplate')).toEqual([
			{ templateUid: template?.templateUid, deleted: true },
		]);
	});
});

describe('quote and analysis', () => {
	const quote = () => ({ projectUid: projectUid(), analysisId: '12', priceListId: byId('1'), name: 'Offer' });

	it('a quote is made, read and deleted', async () => {
		const [made] = await run('create', quote(), 'quote');
		const quoteUid = String(made?.quoteUid);
		expect(await run('get', { quoteUid }, 'quote')).toMatchObject([{ quoteUid, name: 'Offer' }]);
		expect(await run('delete', { quoteUid }, 'quote')).toEqual([{ quoteUid, deleted: true }]);
		const error = await thrownBy(run('create', { ...quote(), analysisId: '' }, 'quote'));
		expect((error as Error).message).toContain("'Analysis ID'");
	});

	it('an analysis is read, and deleted for good when that is wanted', async () => {
		const [analysis] = await run('getAnalyses', { projectUid: projectUid(), limit: 1 });
		const analysisUid = String(analysis?.analysisUid);
		expect(await run('get', { analysisUid }, 'analysis')).toMatchObject([{ analysisUid }]);
		await run('delete', { analysisUid, options: { purge: true } }, 'analysis');
		const [gone] = sandbox.requests().filter(({ method }) => method === 'DELETE');
		expect(gone?.query).toMatch(/purge=true/);
	});
});

describe('machine translation', () => {
	it('gives the profiles that Language AI translates with, found by a part of their name', async () => {
		const [profile] = await run(
			'getManyProfiles',
			{ limit: 1, filters: { name: 'pro' } },
			'machineTranslation',
		);
		expect(profile?.profileUid).toBe(profile?.uid);
		expect(sandbox.requests().at(-1)?.query).toContain('name=pro');
	});

	it('translates with settings from the list', async () => {
		const [settings] = await run('getManySettings', { limit: 1 }, 'machineTranslation');
		const mtSettingsUid = byId(String(settings?.mtSettingsUid));
		const languages = { sourceLang: 'en', targetLang: 'de' };
		const [translated] = await run(
			'translate',
			{ mtSettingsUid, ...languages, text: 'Hi' },
			'machineTranslation',
		);
		expect(translated).toMatchObject(languages);
		const error = await thrownBy(
			run('translate', { mtSettingsUid, ...languages, text: '' }, 'machineTranslation'),
		);
		expect((error as Error).message).toContain("'Text'");
	});
});
