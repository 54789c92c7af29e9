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
		expect(asked).toHaveLength(requests);
	});
});

it('asks for no more than is wanted', async () => {
	answer = listOf(120, { withTotals: true });
	await read(7);
	expect(asked).toEqual(['/list?pageNumber=0&pageSize=7']);
});

it('ends when the server gives the same page again and again', async () => {
	answer = () => ({ content: numbers(50).map((n) => ({ n })), totalPages: 9 });
	expect(await read(Infinity)).toEqual(numbers(50));
	expect(asked).toHaveLength(2);
});

it('ends when an empty page comes, whatever the count says', async () => {
	answer = () => ({ content: [], totalPages: 9 });
	expect(await read(Infinity)).toEqual([]);
	expect(asked).toHaveLength(1);
});

it('asks once for a list without pages', async () => {
	answer = () => ({ connectors: numbers(70).map((n) => ({ n })) });
	expect(await read(60, { at: 'connectors', paged: false })).toEqual(numbers(60));
	expect(asked).toEqual(['/list']);
});
