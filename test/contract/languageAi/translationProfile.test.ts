import type { NodeApiError } from 'n8n-workflow';
import { asText } from '../../../core/http/read';
import { PhraseLanguageAi } from '../../../nodes/PhraseLanguageAi/PhraseLanguageAi.node';
import { languageAiCredentials, runLanguageAi } from '../../support/languageAi';
import { loadOptions, searchList } from '../../../n8n/inProcess';
import { thrownBy } from '../../support/thrownBy';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

describe('translationProfile: getMany', () => {
	const getMany = (more: object) => ({ resource: 'translationProfile', operation: 'getMany', ...more });

	it('returns all pages, each profile with the UID that other operations take', async () => {
		const { items } = await runLanguageAi(sandbox, getMany({ returnAll: true }));
		expect(new Set(items.map(({ json }) => json.profileUid)).size).toBe(sandbox.seed.totals.profiles);
		const { uid, name } = sandbox.seed.profile;
		expect(items[0]?.json).toEqual({ profileUid: uid, uid, name, dateCreated: expect.any(String) });
	});

	it('returns no more than the limit, and the raw data when not simplified', async () => {
		const { items } = await runLanguageAi(sandbox, getMany({ returnAll: false, limit: 3, simplify: false }));
		expect(items).toHaveLength(3);
		expect(items[0]?.json).toHaveProperty('engines');
		expect(sandbox.counters().byOperation.listTranslationProfiles).toBe(1);
	});
});

describe('the list of translation profiles', () => {
	const search = async (more: { filter?: string; paginationToken?: string } = {}) =>
		await searchList(new PhraseLanguageAi(), 'searchProfiles', {
			credentials: languageAiCredentials(sandbox),
			...more,
		});

	it('comes page by page', async () => {
		const values: unknown[] = [];
		let paginationToken: string | undefined;
		do {
			const page = await search({ paginationToken });
			values.push(...page.results.map(({ value }) => value));
			paginationToken = page.paginationToken;
		} while (paginationToken !== undefined);
		expect(new Set(values).size).toBe(sandbox.seed.totals.profiles);
		expect(sandbox.counters().byOperation.listTranslationProfiles).toBe(3);
	});

	it('finds a profile by a part of its name, on whichever page it is', async () => {
		const all = await runLanguageAi(sandbox, {
			resource: 'translationProfile',
			operation: 'getMany',
			returnAll: true,
		});
		const last = all.items.at(-1)?.json ?? {};
		const { results } = await search({ filter: asText(last.name)?.toUpperCase() });
		expect(results).toEqual([{ name: last.name, value: last.uid }]);
	});
});

describe('the list of translation profiles, whose call Phrase does not document', () => {
	it.each([403, 404])('says after %i where else the UIDs are', async (status) => {
		sandbox.fault({ match: { path: '/translationProfiles$' }, do: { status } });
		const credentials = languageAiCredentials(sandbox);
		const error = await thrownBy(searchList(new PhraseLanguageAi(), 'searchProfiles', { credentials }));
		expect((error as NodeApiError).description).toContain('Machine Translation > Get Many Profiles');
	});

	it('says nothing of it after other failures', async () => {
		sandbox.fault({ match: { path: '/translationProfiles$' }, do: { status: 400 } });
		const credentials = languageAiCredentials(sandbox);
		const error = await thrownBy(searchList(new PhraseLanguageAi(), 'searchProfiles', { credentials }));
		expect((error as NodeApiError).description ?? '').not.toContain('Get Many Profiles');
	});
});

describe('the lists of languages', () => {
	it('finds a language by its name and by its code, without asking Phrase', async () => {
		const search = async (filter: string) =>
			(await searchList(new PhraseLanguageAi(), 'searchLanguages', { filter })).results;
		expect(await search('brazil')).toEqual([{ name: 'Portuguese (Brazil) (pt_br)', value: 'pt_br' }]);
		expect(await search('(es_419)')).toEqual([{ name: 'Spanish (Latin America) (es_419)', value: 'es_419' }]);
		expect(sandbox.requests()).toEqual([]);
	});

	it('offers each language once, by name, and only codes that the parameters take', async () => {
		const options = await loadOptions(new PhraseLanguageAi(), 'getLanguages');
		const codes = options.map(({ value }) => String(value));
		expect(new Set(codes).size).toBe(codes.length);
		expect(codes.filter((code) => !/^[a-z]{2}(_([a-z]{2}|\d{3}))?$/.test(code))).toEqual([]);
		expect(options.filter(({ name, value }) => name === `${value} (${value})`)).toEqual([]);
	});
});
