import type { NodeApiError } from 'n8n-workflow';
import { PhraseTms } from '../../../nodes/PhraseTms/PhraseTms.node';
import { readBinary, searchList } from '../../../n8n/inProcess';
import { bodiesSent } from '../../support/bodiesSent';
import { thrownBy } from '../../support/thrownBy';
import { byId, runTms } from '../../support/tms';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const memory = (operation: string, more = {}) => ({
	resource: 'translationMemory',
	operation,
	transMemoryUid: byId(sandbox.seed.transMemory.uid),
	...more,
});

it('getMany returns all pages, and filters', async () => {
	const all = await runTms(sandbox, memory('getMany', { returnAll: true }));
	expect(new Set(all.items.map(({ json }) => json.transMemoryUid)).size).toBe(
		sandbox.seed.totals.transMemories,
	);
	const { uid, name } = sandbox.seed.transMemory;
	const filters = { name, sourceLang: 'en', targetLang: 'cs_cz' };
	const one = await runTms(sandbox, memory('getMany', { filters }));
	expect(one.items.map(({ json }) => json.uid)).toEqual([uid]);
});

it('get reads one', async () => {
	const { uid, name } = sandbox.seed.transMemory;
	const { items } = await runTms(sandbox, memory('get'));
	expect(items[0]?.json).toMatchObject({ transMemoryUid: uid, uid, name });
	expect(items[0]?.json).not.toHaveProperty('createdBy');
});

describe('export', () => {
	const segments = (text: string, lang: string) => text.split(`<tuv xml:lang="${lang}">`).length - 1;

	it('starts, waits and collects all languages', async () => {
		const { uid, name, targetLangs } = sandbox.seed.transMemory;
		const { items } = await runTms(sandbox, memory('export', { binaryPropertyName: 'tmx' }));
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toEqual({
			transMemoryUid: uid,
			fileName: `${name}.tmx`,
			asyncRequestId: expect.any(String),
			wait: { mode: 'polling', polls: 1, elapsedMs: expect.any(Number), callbacks: 0 },
		});
		const text = (await readBinary(items[0]?.binary?.tmx)).toString('utf8');
		expect(text.endsWith('</tmx>\n')).toBe(true);
		expect(targetLangs.map((lang) => segments(text, lang))).toEqual([400, 400, 400, 400]);
	});

	it('takes languages and a format', async () => {
		const { items } = await runTms(
			sandbox,
			memory('export', { exportTargetLangs: 'de, fr', format: 'XLSX' }),
		);
		expect(items[0]?.binary?.data).toMatchObject({ fileName: 'Sandbox memory.xlsx' });
		const tmx = await runTms(sandbox, memory('export', { exportTargetLangs: ['de'] }));
		const text = (await readBinary(tmx.items[0]?.binary?.data)).toString('utf8');
		expect([segments(text, 'de'), segments(text, 'fr')]).toEqual([400, 0]);
	});

	it('exports anew when the download is cut, at most three times', async () => {
		sandbox.fault({ match: { path: '/downloadExport/', times: 2 }, do: { cut: 0.5 } });
		const { items } = await runTms(sandbox, memory('export'));
		expect((await readBinary(items[0]?.binary?.data)).toString('utf8').endsWith('</tmx>\n')).toBe(true);
		expect(sandbox.counters().byOperation).toMatchObject({
			exportV2: 3,
			downloadSearchResult: 3,
		});
		sandbox.fault({ match: { path: '/downloadExport/' }, do: { cut: 0.5 } });
		await thrownBy(runTms(sandbox, memory('export')));
		expect(sandbox.counters().byOperation).toMatchObject({ exportV2: 6 });
	});

	it('says why Phrase could not export', async () => {
		const failing = { transMemoryUid: byId(sandbox.seed.transMemory.failingUid) };
		const error = (await thrownBy(runTms(sandbox, memory('export', failing)))) as NodeApiError;
		expect(error.message).toBe('The export of the translation memory did not succeed in Phrase');
		expect(error.description).toContain('EXPORT_FAILED');
		expect(sandbox.counters().byOperation).toMatchObject({ exportV2: 1 });
	});
});

describe('export by query', () => {
	const queries = { row: [{ query: 'morning', lang: 'en' }] };

	it('starts, waits and collects', async () => {
		const { uid } = sandbox.seed.transMemory;
		const { items } = await runTms(
			sandbox,
			memory('exportByQuery', {
				queries,
				exportTargetLangs: ['de', 'fr'],
				format: 'XLSX',
			}),
		);
		expect(items[0]?.json).toMatchObject({ transMemoryUid: uid, wait: { mode: 'polling' } });
		expect(items[0]?.binary?.data?.fileName).toBe('Sandbox memory.xlsx');
	});

	it('sends each query with its language', async () => {
		const [started] = await bodiesSent(
			memory('exportByQuery', {
				queries: { row: [...queries.row, { query: 'Abend', lang: 'de' }] },
				exportTargetLangs: ['fr'],
				filters: { createdAtMin: '2026-01-01T00:00:00Z', createdBy: byId('7'), projectUid: byId('p') },
			}),
			{ asyncRequest: { id: '1' }, id: '1', asyncResponse: { dateCreated: '2026-01-01T00:00:00Z' } },
		);
		expect(started).toEqual({
			exportTargetLangs: ['fr'],
			queries: ['morning', 'Abend'],
			queryLangs: ['en', 'de'],
			createdAtMin: '2026-01-01T00:00:00.000Z',
			createdBy: { id: '7' },
			project: { uid: 'p' },
		});
	});

	it('says why Phrase could not export', async () => {
		const failing = { transMemoryUid: byId(sandbox.seed.transMemory.failingUid) };
		const error = (await thrownBy(
			runTms(sandbox, memory('exportByQuery', { queries, exportTargetLangs: ['de'], ...failing })),
		)) as NodeApiError;
		expect(error.message).toBe('The export of what the queries find did not succeed in Phrase');
		expect(error.description).toContain('EXPORT_FAILED');
	});

	it.each([
		[{ queries: {} }, "'Queries' has no query"],
		[{ queries: { row: [{ query: '', lang: 'en' }] } }, "'Queries': row 1: 'Query'"],
		[{ exportTargetLangs: [] }, "'Target Language"],
		[{ filters: { createdAtMin: 'soon' } }, "'Created After'"],
	])('sends nothing for %j', async (wrong, named) => {
		const good = { queries, exportTargetLangs: ['de'] };
		const error = await thrownBy(runTms(sandbox, memory('exportByQuery', { ...good, ...wrong })));
		expect((error as Error).message).toContain(named);
		expect(sandbox.requests()).toEqual([]);
	});
});

it('the dropdown shows page after page, and finds by name', async () => {
	const setup = {
		parameters: { authentication: 'phraseTmsApi' },
		credentials: { phraseTmsApi: sandbox.credentials.phraseTmsApi },
	};
	const search = async (more: object) =>
		await searchList(new PhraseTms(), 'searchTranslationMemories', { ...setup, ...more });
	const first = await search({});
	expect(first.results).toHaveLength(50);
	const second = await search({ paginationToken: first.paginationToken });
	expect(second.results[0]?.value).not.toBe(first.results[0]?.value);
	const found = await search({ filter: 'sandbox memory' });
	expect(found.results.map(({ value }) => value)).toContain(sandbox.seed.transMemory.uid);
});
