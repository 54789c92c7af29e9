import type { INodeParameters } from 'n8n-workflow';
import { runNode, storeBinary } from '../../../n8n/inProcess';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { bodiesSent } from '../../support/bodiesSent';
import { ScriptedPhrase } from '../../support/phrase';
import { json } from '../../support/server';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (operation: string, parameters: INodeParameters = {}, resource = 'termBase') => {
	const { items } = await runTms(sandbox, { resource, operation, ...parameters });
	return items.map((item) => item.json);
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
		['browseTerms', { termBaseUid: byId('') }, "'Term Base'"],
		['browseTerms', { termBaseUid: byId('1'), filters: { queryLang: 'German' } }, "'Language"],
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

it('is browsed page after page, as its JSON asks, and by filters', async () => {
	const concept = (id: number) => ({
		id: String(id),
		writable: true,
		terms: [[{ id: `t${id}`, text: 'word' }]],
	});
	const all = Array.from({ length: 60 }, (_, index) => concept(index));
	const phrase = await ScriptedPhrase.start((response, { body }) => {
		const { pageNumber, pageSize } = JSON.parse(String(body)) as { pageNumber: number; pageSize: number };
		const searchResults = all.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize);
		json(response, 200, { searchResults });
	});
	const { items } = await runNode(new PhraseTms(), {
		credentials: { phraseTmsApi: phrase.credential() },
		parameters: {
			resource: 'termBase',
			operation: 'browseTerms',
			termBaseUid: byId('1'),
			returnAll: true,
			filters: { query: 'word', queryLang: 'en', status: 'Approved' },
		},
	}).finally(async () => await phrase.close());
	expect(items.map(({ json: item }) => item)).toEqual(
		all.map((one) => ({ termBaseUid: '1', conceptId: one.id, ...one })),
	);
	const [first, second] = phrase.requests;
	const asked = { query: 'word', queryLang: 'en', status: 'Approved', pageSize: 50 };
	expect(JSON.parse(String(first?.body))).toEqual({ ...asked, pageNumber: 0 });
	expect(JSON.parse(String(second?.body))).toEqual({ ...asked, pageNumber: 1 });
	expect(first?.path).not.toContain('pageNumber');
});

describe('concept', () => {
	it('is created, read with its terms, changed and deleted', async () => {
		const termBaseUid = await created();
		const said = { definition: 'What one says', domainUid: byId('d1'), url: 'https://example.com' };
		const additionalFields = { ...said, subdomains: { row: [{ subDomainUid: byId('s1') }] } };
		const [made] = await run('createConcept', { termBaseUid, additionalFields });
		const conceptId = String(made?.conceptId);
		await run('updateConcept', { termBaseUid, conceptId, updateFields: { conceptNote: 'Checked' } });
		const names = { termBaseUid: termBaseUid.value, conceptId };
		expect(await run('getConcept', { termBaseUid, conceptId })).toMatchObject([
			{ ...names, definition: 'What one says', conceptNote: 'Checked', url: 'https://example.com' },
		]);
		expect(await run('getConceptTerms', { termBaseUid, conceptId })).toMatchObject([
			{ ...names, terms: expect.any(Array) as unknown[] },
		]);
		expect(await run('deleteConcept', { termBaseUid, conceptId })).toEqual([{ ...names, deleted: true }]);
		expect(await thrownBy(run('getConcept', { termBaseUid, conceptId }))).toMatchObject({ httpCode: '404' });
	});

	it('is written back with all that Phrase would forget', async () => {
		const kept = {
			definition: 'What one says',
			domain: { uid: 'd1' },
			subdomains: [{ uid: 's1' }, { uid: 's2' }],
			url: 'https://example.com',
			customFields: [{ fieldName: 'Level', value: 'B' }],
		};
		const parameters = { termBaseUid: byId('1'), conceptId: '2', updateFields: { conceptNote: 'New' } };
		expect(
			await bodiesSent(
				{ resource: 'termBase', operation: 'updateConcept', ...parameters },
				{ id: '2', ...kept },
			),
		).toEqual([{ ...kept, conceptNote: 'New' }]);
	});

	it('is sent with its domain and subdomains', async () => {
		const additionalFields = { domainUid: byId('d1'), subdomains: { row: [{ subDomainUid: byId('s1') }] } };
		const parameters = { resource: 'termBase', termBaseUid: byId('1'), additionalFields };
		expect(await bodiesSent({ operation: 'createConcept', ...parameters }, { id: '2' })).toEqual([
			{ domain: { uid: 'd1' }, subdomains: [{ uid: 's1' }] },
		]);
	});

	it('gives its terms of all languages as one list', async () => {
		const terms = [
			[{ id: '1', text: 'word', lang: 'en', rtl: false }],
			[{ id: '2', text: 'Wort', lang: 'de' }],
		];
		const phrase = await ScriptedPhrase.start((response) =>
			json(response, 200, { id: '2', writable: true, terms }),
		);
		const { items } = await runNode(new PhraseTms(), {
			credentials: { phraseTmsApi: phrase.credential() },
			parameters: {
				resource: 'termBase',
				operation: 'getConceptTerms',
				termBaseUid: byId('1'),
				conceptId: '2',
			},
		}).finally(async () => await phrase.close());
		expect(items[0]?.json).toEqual({
			termBaseUid: '1',
			conceptId: '2',
			writable: true,
			terms: [
				{ id: '1', text: 'word', lang: 'en' },
				{ id: '2', text: 'Wort', lang: 'de' },
			],
		});
	});

	it.each([
		['createConcept', { termBaseUid: byId('') }, "'Term Base'"],
		['createConcept', { additionalFields: { subdomains: { row: [{ subDomainUid: byId('') }] } } }, 'row 1'],
		['getConcept', { conceptId: '' }, "'Concept ID'"],
		['getConceptTerms', { conceptId: '..' }, "'Concept ID'"],
		['updateConcept', { conceptId: '1', updateFields: {} }, "'Update Fields' says nothing"],
		['deleteConcept', { conceptId: '' }, "'Concept ID'"],
		['clear', { termBaseUid: byId('') }, "'Term Base'"],
	])('sends nothing for a wrong %s (%#)', async (operation, wrong, named) => {
		const error = await thrownBy(run(operation, { termBaseUid: byId('1'), ...wrong }));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});

	it('goes with all others when the term base is cleared', async () => {
		const termBaseUid = await created();
		expect(await run('clear', { termBaseUid })).toEqual([{ termBaseUid: termBaseUid.value, cleared: true }]);
		expect(bodyOf(/\/terms$/)?.method).toBe('DELETE');
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

	it('has its segments changed, deleted in one language, and cleared', async () => {
		const transMemoryUid = byId(sandbox.seed.transMemory.uid);
		const names = { transMemoryUid: sandbox.seed.transMemory.uid, segmentId: '5' };
		const text = { lang: 'de', text: 'Guten Abend' };
		expect(await inMemory('updateSegment', { transMemoryUid, segmentId: '5', ...text })).toEqual([
			{ ...names, ...text },
		]);
		expect(bodyOf(/\/segments\/5$/)?.method).toBe('PUT');
		expect(
			await inMemory('deleteSegmentTranslation', { transMemoryUid, segmentId: '5', targetLang: 'de' }),
		).toEqual([{ ...names, targetLang: 'de', deleted: true }]);
		expect(bodyOf(/\/segments\/5\/lang\/de$/)?.method).toBe('DELETE');
		expect(await inMemory('clear', { transMemoryUid })).toEqual([
			{ transMemoryUid: names.transMemoryUid, cleared: true },
		]);
		expect(bodyOf(/\/segments$/)?.method).toBe('DELETE');
	});

	it('is searched by a pattern, and tells which projects use it', async () => {
		const transMemoryUid = byId(sandbox.seed.transMemory.uid);
		const found = await inMemory('searchByWildcard', {
			transMemoryUid,
			query: 'morn*',
			sourceLang: 'en',
			targetLangs: [],
			limit: 7,
		});
		expect(found.every((one) => one.transMemoryUid === transMemoryUid.value)).toBe(true);
		const [first] = await inMemory('getProjects', { transMemoryUid });
		expect(first).toMatchObject({ transMemoryUid: transMemoryUid.value, projectUid: first?.uid });
	});

	it.each([
		['updateSegment', { segmentId: '5', lang: 'de', text: 'Abend' }, { lang: 'de', text: 'Abend' }],
		[
			'searchByWildcard',
			{ query: 'morn*', sourceLang: 'en', limit: 7 },
			{ query: 'morn*', sourceLang: 'en', count: 7 },
		],
	])('sends for %s what the user says', async (operation, said, sent) => {
		const parameters = { resource: 'translationMemory', operation, transMemoryUid: byId('1'), ...said };
		expect(await bodiesSent(parameters, { searchResults: [] })).toEqual([sent]);
	});

	it.each([
		['updateSegment', { segmentId: '1', lang: 'de', text: '' }, "'Text'"],
		['deleteSegmentTranslation', { segmentId: '1', targetLang: 'German' }, "'Target Language"],
		['searchByWildcard', { query: '', sourceLang: 'en' }, "'Query'"],
		['searchByWildcard', { query: 'a', sourceLang: 'en', limit: 51 }, "'Limit'"],
		['getProjects', { transMemoryUid: byId('') }, "'Translation Memory'"],
		['clear', { transMemoryUid: byId('') }, "'Translation Memory'"],
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
