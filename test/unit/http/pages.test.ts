import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GET } from '../../../core/http/request';
import type { PhraseClient } from '../../../core/http/client.types';
import { pages } from '../../../core/http/pages';

/** What a list answers: by page number and size. */
type Answer = (pageNumber: number, pageSize: number) => object;

let server: Server;
let answer: Answer;
let asked: string[];
let hints: string[];

beforeAll(async () => {
	server = createServer((request, response) => {
		asked.push(request.url ?? '');
		const query = new URL(request.url ?? '', 'http://x').searchParams;
		const page = answer(Number(query.get('pageNumber')), Number(query.get('pageSize')));
		response.end(JSON.stringify(page));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

beforeEach(() => {
	asked = [];
	hints = [];
});

afterAll(async () => {
	await new Promise((resolve) => server.close(resolve));
});

/** Reads without a credential: paging is all that matters here. */
const client: PhraseClient = {
	send: async ({ target }) => {
		const { port } = server.address() as AddressInfo;
		const response = await fetch(`http://127.0.0.1:${port}${target}`);
		return { status: response.status, headers: {}, body: await response.json() };
	},
	open: async () => await Promise.reject(new Error('not needed')),
};

async function read(wanted: number, how = {}): Promise<unknown[]> {
	const all: unknown[] = [];
	for await (const { entries } of pages(client, GET`/list`, wanted, how))
		all.push(...entries.map(({ n }) => n));
	return all;
}

async function readUids(): Promise<string[]> {
	const uids: string[] = [];
	const list = pages(client, GET`/list`, Infinity, { hint: (text) => hints.push(text) });
	for await (const { entries } of list) uids.push(...entries.map(({ uid }) => String(uid)));
	return uids;
}

/** A list of so many entries, with or without the page count that Phrase gives. */
const listOf =
	(total: number, { withTotals }: { withTotals: boolean }): Answer =>
	(pageNumber, pageSize) => ({
		content: Array.from({ length: total }, (_, n) => ({ n })).slice(
			pageNumber * pageSize,
			(pageNumber + 1) * pageSize,
		),
		...(withTotals && { totalPages: Math.ceil(total / pageSize) }),
	});

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

describe.each([{ withTotals: true }, { withTotals: false }])('a list %j', (totals) => {
	it.each([0, 1, 49, 50, 51, 100, 120])('of %d entries comes whole, and ends', async (total) => {
		answer = listOf(total, totals);
		expect(await read(Infinity)).toEqual(numbers(total));
	});

	it.each([
		[10, 10, 1],
		[50, 50, 1],
		[60, 60, 2],
		[500, 120, 3],
	])('limited to %d gives %d in %d requests', async (limit, count, requests) => {
		answer = listOf(120, totals);
		expect(await read(limit)).toEqual(numbers(count));
		// Without a number of pages, only an empty one is the end.
		const isEndUnknown = limit > 120 && !totals.withTotals;
		expect(asked).toHaveLength(isEndUnknown ? requests + 1 : requests);
	});
});

it('asks for no more than is wanted', async () => {
	answer = listOf(120, { withTotals: true });
	await read(7);
	expect(asked).toEqual(['/list?pageNumber=0&pageSize=7']);
});

it('goes on after a page that is empty, or equal to the one before, while there are more', async () => {
	const all: object[][] = [[{ uid: 'a' }], [], [{ uid: 'a' }], [], [{ uid: 'b' }]];
	answer = (pageNumber) => ({ content: all[pageNumber], totalPages: 5 });
	expect(await readUids()).toEqual(['a', 'b']);
	expect(asked).toHaveLength(5);
});

it('goes on after a short page when nobody says how many there are', async () => {
	const all = [[{ uid: 'a' }], [{ uid: 'b' }, { uid: 'c' }], []];
	answer = (pageNumber) => ({ content: all[pageNumber] });
	expect(await readUids()).toEqual(['a', 'b', 'c']);
});

it('takes the list of a server that does not know of pages as it is', async () => {
	answer = () => ({ content: [{ uid: 'a' }, { uid: 'b' }] });
	expect(await readUids()).toEqual(['a', 'b']);
	answer = () => ({ content: numbers(70).map((n) => ({ uid: String(n) })) });
	expect(await readUids()).toHaveLength(70);
	answer = () => [{ uid: 'a' }, { uid: 'b' }];
	expect(await readUids()).toEqual(['a', 'b']);
});

describe('a list without an end is an error', () => {
	const full = numbers(50).map((n) => ({ uid: String(n) }));

	it.each<[string, Answer, number]>([
		['when its pages repeat', () => ({ content: full, totalPages: 1_000_000 }), 22],
		['when its pages repeat, and nobody says how many there are', () => ({ content: full }), 2],
		['when its pages stay empty', () => ({ content: [], totalPages: 1_000_000 }), 21],
	])('%s', async (_when, endless, requests) => {
		answer = endless;
		await expect(readUids()).rejects.toMatchObject({
			kind: 'unusable',
			message: expect.stringMatching(/^A list of Phrase has not come to its end/) as string,
		});
		expect(asked).toHaveLength(requests);
	});

	it('when there is always one more page', async () => {
		let sent = 0;
		const fake: PhraseClient = {
			send: async () => ({
				status: 200,
				headers: {},
				body: { content: [{ uid: String(++sent) }], totalPages: sent + 2 },
			}),
			open: async (request) => await client.open(request),
		};
		const list = pages(fake, GET`/list`, Infinity);
		const readAll = async () => {
			let page = await list.next();
			while (page.done !== true) page = await list.next();
		};
		await expect(readAll()).rejects.toMatchObject({ kind: 'unusable' });
		expect(sent).toBe(10_000);
	});
});

describe('a list that changes while it is read', () => {
	/** Changes the list before the second page is read. */
	const changing = (change: (list: Array<{ uid?: string; n?: number }>) => void, named = true): void => {
		const list = numbers(120).map((n) => (named ? { uid: String(n) } : { n }));
		answer = (pageNumber, pageSize) => {
			if (asked.length === 2) change(list);
			return {
				content: list.slice(pageNumber * pageSize, (pageNumber + 1) * pageSize),
				totalElements: list.length,
				totalPages: Math.ceil(list.length / pageSize),
			};
		};
	};

	const all = numbers(120).map(String);

	it('gives each UID once when entries come in at the front, and those as well', async () => {
		changing((list) => list.unshift({ uid: 'new' }, { uid: 'newer' }));
		expect((await readUids()).sort()).toEqual([...all, 'new', 'newer'].sort());
		expect(hints).toEqual([]);
	});

	it.each([1, 60])('loses nothing when %i entries at the front are deleted', async (count) => {
		changing((list) => list.splice(0, count));
		const uids = await readUids();
		expect(uids).toEqual(expect.arrayContaining(all.slice(count)) as string[]);
		expect(new Set(uids).size).toBe(uids.length);
		expect(hints).toEqual([]);
	});

	it('reads nothing again when entries come at its end', async () => {
		changing((list) => list.push({ uid: 'new' }));
		expect(await readUids()).toEqual([...all, 'new']);
		expect(asked).toHaveLength(3);
	});

	it('says that entries may be missing when they have no names', async () => {
		changing((list) => list.splice(0, 1), false);
		await readUids();
		expect(hints).toEqual([expect.stringContaining('entries may be missing')]);
	});
});

it.each(['', '"text"', '7', '{"content": {"uid": "a"}}'])(
	'an answer %j in place of a list is an error, and no empty list',
	async (body) => {
		const fake: PhraseClient = {
			send: async () => ({ status: 200, headers: {}, body: body === '' ? undefined : JSON.parse(body) }),
			open: async (request) => await client.open(request),
		};
		for (const paged of [true, false]) {
			const list = pages(fake, GET`/list`, Infinity, { paged });
			await expect(list.next()).rejects.toMatchObject({
				kind: 'unusable',
				message: 'The answer does not hold the list, so it may not come from Phrase',
			});
		}
	},
);

it('reads a number of pages that comes as text', async () => {
	answer = (pageNumber) => ({ content: [{ uid: String(pageNumber) }], totalPages: '3' });
	expect(await readUids()).toEqual(['0', '1', '2']);
	expect(asked).toHaveLength(3);
});

it('asks once for a list without pages', async () => {
	answer = () => ({ connectors: numbers(70).map((n) => ({ n })) });
	expect(await read(60, { at: 'connectors', paged: false })).toEqual(numbers(60));
	expect(asked).toEqual(['/list']);
});
