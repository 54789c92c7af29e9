import type { PhraseClient } from '../../core/http/client.types';
import { pendingRequests } from '../../core/phrase/pendingRequests';
import { ScriptedPhrase } from '../support/phrase';
import { json } from '../support/server';
import { until } from '../support/until';

/** What the list says of its pages, if anything. */
let totalPages: ((pageSize: number) => number) | undefined;
let pending: string[];
/** Answers that are held back until there are as many. */
let together: number;
let held: Array<() => void>;
/** Pages that cannot be read. */
let broken: number[];
let phrase: ScriptedPhrase;
let client: PhraseClient;

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `id-${index}`);

const pagesAsked = () =>
	phrase.requests.map(({ path }) => Number(new URL(path, 'http://phrase').searchParams.get('pageNumber')));

beforeAll(async () => {
	phrase = await ScriptedPhrase.start((response, { path }) => {
		const { searchParams } = new URL(path, 'http://phrase');
		const [page, size] = [Number(searchParams.get('pageNumber')), Number(searchParams.get('pageSize'))];
		if (broken.includes(page)) {
			json(response, 400, { errorCode: 'Broken' });
			return;
		}
		const content = pending.slice(page * size, (page + 1) * size).map((id) => ({ id }));
		held.push(() => json(response, 200, { content, totalPages: totalPages?.(size) }));
		if (page > 0 && held.length < together) return;
		for (const answer of held.splice(0)) answer();
	});
	client = await phrase.client();
});

beforeEach(() => {
	pending = [];
	broken = [];
	held = [];
	together = 1;
	totalPages = (size) => Math.ceil(pending.length / size);
	phrase.server.received.length = 0;
});

afterAll(async () => await phrase.close());

it.each([
	[0, 1_000, [0]],
	[30, 200, [0]],
	[120, 200, [0, 1, 2]],
	[120, 60, [0, 1]],
])(
	'of %d pending, what may be among %d is read, and no page that is not there',
	async (count, wanted, pages) => {
		pending = idsOf(count);
		broken = [3];
		expect([...(await pendingRequests(client, idsOf(wanted)))]).toEqual(
			idsOf(Math.min(count, pages.length * 50)),
		);
		expect(pagesAsked().sort()).toEqual(pages);
	},
);

it('reads on for what is further back', async () => {
	pending = idsOf(180);
	expect((await pendingRequests(client, ['id-170'])).has('id-170')).toBe(true);
	expect(pagesAsked()).toEqual([0, 1, 2, 3]);
});

it('reads the further pages several at once, when it knows how many there are', async () => {
	pending = idsOf(450);
	together = 4;
	const ids = pendingRequests(client, idsOf(450));
	await until(() => pagesAsked().length >= 9);
	expect(await ids).toEqual(new Set(pending));
	expect(pagesAsked()[0]).toBe(0);
});

it('reads until nothing new comes, when the list does not say how many pages it has', async () => {
	totalPages = undefined;
	pending = idsOf(70);
	expect(await pendingRequests(client, idsOf(200))).toEqual(new Set(pending));
	expect(pagesAsked()).toEqual([0, 1, 2]);
});

it('fails with a page that is there', async () => {
	pending = idsOf(170);
	broken = [3];
	await expect(pendingRequests(client, idsOf(200))).rejects.toMatchObject({ errorCode: 'Broken' });
});
