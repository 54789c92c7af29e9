import type { INodeParameters } from 'n8n-workflow';
import { storeBinary } from '../../../n8n/inProcess';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}, resource = 'termBase') => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map(({ json }) => json);
};

const created = async () => {
	const [made] = await run('create', { name: 'Words', langs: ['en', 'de'] });
	return byId(String(made?.termBaseUid));
};

const bodyOf = (path: RegExp) =>
	sandbox
		.requests()
		.filter((one) => path.test(one.path))
		.at(-1);

describe('term base', () => {
	it('is created, found and deleted', async () => {
		const [made] = await run('create', { name: 'Words', langs: ['en', 'de'] });
		expect(made).toMatchObject({ name: 'Words', langs: ['en', 'de'], termBaseUid: made?.uid });
		const found = await run('getMany', { filters: { name: 'Words' } });
		expect(found).toMatchObject([{ termBaseUid: made?.uid }]);
		const termBaseUid = byId(String(made?.uid));
		expect(await run('delete', { termBaseUid, options: { purge: true } })).toMatchObject([{ deleted: true }]);
		expect(await thrownBy(run('get', { termBaseUid }))).toMatchObject({ httpCode: '404' });
	});

	it.each([
		['create', { name: 'Words', langs: [] }, "'Language Names or IDs'"],
		['createTerm', { termBaseUid: byId('1'), text: '', lang: 'de' }, "'Text'"],
		['createTerm', { termBaseUid: byId('1'), text: 'Wort', lang: 'German' }, "'Language Name or ID'"],
		['search', { termBaseUid: byId('1'), query: '', sourceLang: 'en', targetLangs: ['de'] }, "'Query'"],
	])('sends nothing for %s with %j', async (operation, wrong, named) => {
		const error = await thrownBy(run(operation, wrong));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('takes a term, names it, and lets it be deleted', async () => {
		const termBaseUid = await created();
		const additionalFields = { forbidden: true, status: 'Approved' };
		const [term] = await run('createTerm', { termBaseUid, text: 'Wort', lang: 'de', additionalFields });
		expect(term).toMatchObject({ termBaseUid: termBaseUid.value, termId: expect.any(String) as string });
		const [gone] = await run('deleteTerm', { termBaseUid, termId: String(term?.termId) });
		expect(gone).toMatchObject({ termId: term?.termId, deleted: true });
	});

	it('lists its concepts, and refuses a term base that it is not told', async () => {
		const termBaseUid = await created();
		await run('createTerm', { termBaseUid, text: 'Wort', lang: 'de' });
		const concepts = await run('getConcepts', { termBaseUid });
		expect(concepts.length).toBeGreaterThan(0);
		expect(concepts.every((one) => one.termBaseUid === termBaseUid.value)).toBe(true);
		const error = await thrownBy(run('getConcepts', { termBaseUid: byId('') }));
		expect((error as Error).message).toContain("'Term Base'");
	});

	it('is changed with its terms, and what is not changed stays', async () => {
		const termBaseUid = await created();
		await run('update', { termBaseUid, updateFields: { note: 'Checked' } });
		const [renamed] = await run('update', { termBaseUid, updateFields: { name: 'Renamed' } });
		expect(renamed).toMatchObject({ name: 'Renamed', langs: ['en', 'de'], note: 'Checked' });
		const additionalFields = { note: 'Old', forbidden: true };
		const [term] = await run('createTerm', { termBaseUid, text: 'Wort', lang: 'de', additionalFields });
		const termId = String(term?.termId);
		await run('updateTerm', { termBaseUid, termId, updateFields: { text: 'Vokabel' } });
		expect(await run('getTerm', { termBaseUid, termId })).toMatchObject([
			{ termId, text: 'Vokabel', lang: 'de', note: 'Old', forbidden: true },
		]);
		expect(await run('getMetadata', { termBaseUid })).toMatchObject([{ termBaseUid: termBaseUid.value }]);
	});

	it('is written back with all that Phrase would forget', async () => {
		const kept = {
			langs: ['en', 'de'],
			client: { id: '1' },
			domain: { id: '2' },
			subDomain: { id: '3' },
			businessUnit: { id: '4' },
			owner: { id: '5' },
			note: 'Old',
			sourceUrl: 'https://example.com/words',
		};
		const parameters = { termBaseUid: byId('1'), updateFields: { name: 'Renamed' } };
		expect(
			await bodiesSent(
				{ resource: 'termBase', operation: 'update', ...parameters },
				{ uid: '1', name: 'Words', ...kept },
			),
		).toEqual([{ name: 'Renamed', ...kept }]);
	});

	it.each([
		['update', { updateFields: {} }, "'Update Fields' says nothing"],
		['updateTerm', { termId: '1', updateFields: {} }, "'Update Fields' says nothing"],
		['updateTerm', { termId: '1', updateFields: { text: '' } }, "'Text'"],
		['getTerm', { termId: '' }, "'Term ID'"],
	])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
		const error = await thrownBy(run(operation, { termBaseUid: byId('1'), ...wrong }));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('is searched in two languages', async () => {
		const termBaseUid = await created();
		const languages = { sourceLang: 'en', targetLangs: ['de'] };
		const found = await run('search', { termBaseUid, query: 'word', ...languages });
		expect(found.every((one) => one.termBaseUid === termBaseUid.value)).toBe(true);
		expect(bodyOf(/\/search$/)?.method).toBe('POST');
	});

	it('is exported into a binary field, and imported from one, which is waited for without a sleep', async () => {
		const termBaseUid = await created();
		const exported = await runTms(sandbox, {
			resource: 'termBase',
			operation: 'export',
			termBaseUid,
			format: 'Xlsx',
		});
		expect(exported.items[0]?.binary?.data?.fileName).toEqual(expect.any(String));
		const file = await storeBinary(Buffer.from('terms'), { fileName: 'terms.tbx' });
		const imported = await runTms(
			sandbox,
			{ resource: 'termBase', operation: 'import', termBaseUid, whileWaiting: 'sleep' },
			{ items: [{ json: {}, binary: { data: file } }] },
		);
		expect(imported.execution.waitTill).toBeUndefined();
		expect(imported.items[0]?.json).toMatchObject({
			termBaseUid: termBaseUid.value,
			asyncRequestId: expect.any(String) as string,
			wait: { mode: 'polling' },
		});
	});
});

describe('translation memory', () => {
	const inMemory = (operation: string, parameters: INodeParameters = {}) =>
		run(operation, parameters, 'translationMemory');
	const languages = { sourceLang: 'en', targetLangs: ['de'] };

	it('is created, filled, searched and deleted', async () => {
		const [made] = await inMemory('create', { name: 'Texts', ...languages });
		expect(made).toMatchObject({ name: 'Texts', ...languages });
		const transMemoryUid = byId(String(made?.transMemoryUid));
		const segment = { sourceSegment: 'Good morning', targetSegment: 'Guten Morgen' };
		const [added] = await inMemory('addSegment', { transMemoryUid, targetLang: 'de', ...segment });
		expect(added).toEqual({ transMemoryUid: transMemoryUid.value, targetLang: 'de', ...segment });
		await inMemory('search', { transMemoryUid, query: 'morning', ...languages });
		expect(bodyOf(/\/search$/)?.status).toBe(200);
		expect(await inMemory('delete', { transMemoryUid })).toMatchObject([{ deleted: true }]);
	});

	it.each([
		['create', { name: '', ...languages }, "'Name'"],
		[
			'addSegment',
			{ transMemoryUid: byId('1'), targetLang: 'de', sourceSegment: 'A', targetSegment: '' },
			"'Target Segment'",
		],
	])('sends nothing for %s with %j', async (operation, wrong, named) => {
		const error = await thrownBy(inMemory(operation, wrong));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('is changed, counted, and has more languages or fewer segments', async () => {
		const [made] = await inMemory('create', {
			name: 'Texts',
			...languages,
			additionalFields: { note: 'Kept' },
		});
		const transMemoryUid = byId(String(made?.transMemoryUid));
		const [renamed] = await inMemory('update', { transMemoryUid, updateFields: { name: 'Renamed' } });
		expect(renamed).toMatchObject({ name: 'Renamed', targetLangs: ['de'], note: 'Kept' });
		const names = { transMemoryUid: transMemoryUid.value };
		expect(await inMemory('getMetadata', { transMemoryUid })).toMatchObject([names]);
		expect(await inMemory('addTargetLanguage', { transMemoryUid, targetLang: 'cs' })).toMatchObject([names]);
		expect(await inMemory('deleteSegment', { transMemoryUid, segmentId: '5' })).toEqual([
			{ ...names, segmentId: '5', deleted: true },
		]);
		expect(bodyOf(/\/segments\/5$/)?.method).toBe('DELETE');
	});

	it.each([
		['update', { updateFields: {} }, "'Update Fields' says nothing"],
		['deleteSegment', { segmentId: '' }, "'Segment ID'"],
		['addTargetLanguage', { targetLang: 'German' }, "'Target Language"],
	])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
		const error = await thrownBy(inMemory(operation, { transMemoryUid: byId('1'), ...wrong }));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('takes a file', async () => {
		const file = await storeBinary(Buffer.from('<tmx/>'), { fileName: 'texts.tmx' });
		const { items } = await runTms(
			sandbox,
			{
				resource: 'translationMemory',
				operation: 'import',
				transMemoryUid: byId(sandbox.seed.transMemory.uid),
				options: { strictLangMatching: true },
			},
			{ items: [{ json: {}, binary: { data: file } }] },
		);
		expect(items[0]?.json).toMatchObject({ transMemoryUid: sandbox.seed.transMemory.uid });
		expect(bodyOf(/\/import$/)?.query).toMatch(/strictLangMatching=true/);
	});
});
