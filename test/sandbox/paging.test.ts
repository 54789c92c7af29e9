import { bearer, call, json, tms, type Reply } from './client';
import { useSandbox } from '../support/useSandbox';

interface Page {
	totalElements: number;
	totalPages: number;
	pageSize: number;
	pageNumber: number;
	numberOfElements: number;
	content: Array<{ uid: string; name: string; status?: string; targetLangs?: string[] }>;
}

describe('paging and search', () => {
	const sandbox = useSandbox();

	const allPages = async (ask: (query: string) => Promise<Reply>): Promise<Page[]> => {
		const pages: Page[] = [];
		do {
			pages.push(json(await ask(`pageSize=50&pageNumber=${pages.length}`)) as Page);
		} while (pages.length < (pages[0]?.totalPages ?? 0));
		return pages;
	};

	it('gives every profile, project and import setting once over all pages', async () => {
		const { totals } = sandbox.seed;
		const headers = await bearer(sandbox, sandbox.credentials.phraseLanguageAiApi.platformApiToken);
		const lists: Array<[number, (query: string) => Promise<Reply>]> = [
			[totals.projects, (query) => tms(sandbox, 'GET', `/v1/projects?includeArchived=true&${query}`)],
			[totals.importSettings, (query) => tms(sandbox, 'GET', `/v1/importSettings?${query}`)],
			[
				totals.profiles,
				(query) => call('GET', `${sandbox.languageAiUrl}/v1/translationProfiles?${query}`, { headers }),
			],
		];
		for (const [total, ask] of lists) {
			const pages = await allPages(ask);
			const uids = pages.flatMap(({ content }) => content.map(({ uid }) => uid));
			expect(pages.length).toBeGreaterThan(1);
			expect(pages[0]).toMatchObject({
				totalElements: total,
				pageSize: 50,
				pageNumber: 0,
				numberOfElements: 50,
			});
			expect(new Set(uids).size).toBe(total);
		}
	});

	it('has pages of 50 when nothing else is asked, and an empty page behind the last', async () => {
		const first = json(
			await tms(sandbox, 'GET', `/v2/projects/${sandbox.seed.busyProject.uid}/jobs`),
		) as Page;
		expect(first).toMatchObject({ totalElements: 120, totalPages: 3, pageSize: 50 });
		const behind = json(await tms(sandbox, 'GET', '/v1/projects?pageNumber=99')) as Page;
		expect(behind).toMatchObject({ pageNumber: 99, numberOfElements: 0, content: [] });
	});

	it('sorts by name when it is asked to, and backwards', async () => {
		const names = async (query: string) =>
			(json(await tms(sandbox, 'GET', `/v1/projects?${query}`)) as Page).content.map(({ name }) => name);
		const forwards = await names('sort=NAME&name=website&pageSize=5');
		expect(forwards).toEqual([...forwards].sort());
		expect(await names('sort=NAME&order=DESC&name=website&pageSize=5')).not.toEqual(forwards);
		expect((await names('order=DESC&includeArchived=true'))[0]).toMatch(/125$/);
	});

	it('searches projects by name, status, language and client, without the archived ones', async () => {
		const search = async (query: string) => json(await tms(sandbox, 'GET', `/v1/projects?${query}`)) as Page;
		const byName = await search('name=with%20WORKFLOW');
		expect(byName.content.map(({ uid }) => uid)).toEqual([sandbox.seed.workflowProject.uid]);
		const byStatus = await search('statuses=ASSIGNED&statuses=COMPLETED');
		expect(new Set(byStatus.content.map(({ status }) => status))).toEqual(new Set(['ASSIGNED', 'COMPLETED']));
		expect((await search('targetLangs=cs')).totalElements).toBe(1);
		expect((await search('clientName=client%20a&sourceLangs=en')).totalElements).toBeGreaterThan(20);
		expect((await search('dueInHours=-1')).totalElements).toBeGreaterThan(0);
		expect((await search('')).totalElements).toBe(sandbox.seed.totals.projects - 2);
		expect((await search('archivedOnly=true')).totalElements).toBe(2);
	});
});
