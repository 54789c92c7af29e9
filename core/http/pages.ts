import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from './client.types';
import { PhraseError } from './errors';
import { expectedList } from './expected';
import { asNumber, asRecord, asText } from './read';
import type { PhraseRequest } from './request';

/** Largest page of most lists in Phrase TMS and Language AI. */
const PAGE_SIZE = 50;

/** Pages one after the other that bring nothing new, at most, although there are to be more. */
const MOST_BARREN = 20;

/** Pages of one list that are read, at most: half a million entries. */
const MOST_PAGES = 10_000;

/** How a list comes. */
export interface PagingOptions {
	/** Member of the answer that holds the list, `content` when it is paged. */
	at?: string;
	/** Whether the list comes in pages (`pageNumber` from 0, `pageSize`), as most do. */
	paged?: boolean;
	/** Where the call says which page it wants, in its query unless it is in its JSON body. */
	pageIn?: 'query' | 'body';
	/** Largest page, 50 unless Phrase allows more. */
	pageSize?: number;
	/** Tells the user that entries may be missing, because the list changed while it was read. */
	hint?: (text: string) => void;
}

/** One page of a list. */
export interface Page {
	/** The whole answer. */
	answer: IDataObject;
	/** The entries of the page that no page before had, as far as they are wanted. */
	entries: IDataObject[];
}

/**
 * Reads a list, page after page, as far as it is wanted. A list may change meanwhile: each entry comes once, and what
 * may have moved to a page that was read before is read again.
 *
 * @param wanted most entries to give
 * @throws PhraseError when an answer holds no list, or the list has no end
 */
export async function* pages(
	client: PhraseClient,
	request: PhraseRequest,
	wanted: number,
	{ at = 'content', paged = true, pageIn = 'query', pageSize: largest = PAGE_SIZE, hint }: PagingOptions = {},
): AsyncGenerator<Page> {
	if (wanted <= 0) return;
	if (!paged) {
		const response = await client.send(request);
		yield { answer: asRecord(response.body), entries: expectedList(response, at).slice(0, wanted) };
		return;
	}
	const pageSize = Math.min(largest, wanted);
	const course = new Course(pageSize);
	let missing = wanted;
	for (let pageNumber: number | undefined = 0; pageNumber !== undefined && missing > 0;) {
		const response = await client.send(atPage(request, pageIn, { pageNumber, pageSize }));
		const answer = asRecord(response.body);
		const entries = course.fresh(expectedList(response, at));
		if (entries.length > 0 || pageNumber === 0) yield { answer, entries: entries.slice(0, missing) };
		missing -= entries.length;
		pageNumber = course.next(pageNumber, answer);
	}
	if (missing > 0 && course.mayLack) {
		hint?.('A list changed while it was read, so entries may be missing. Run this again to get them.');
	}
}

/** The request for one page of the list that another one asks for. */
function atPage(
	request: PhraseRequest,
	pageIn: 'query' | 'body',
	page: { pageNumber: number; pageSize: number },
): PhraseRequest {
	if (pageIn === 'query') return request.query(page);
	const { body } = request;
	return request.json({ ...(body?.kind === 'json' && asRecord(body.value)), ...page });
}

/** Which way the reading of one list takes. */
class Course {
	/** Whether entries may have escaped. */
	mayLack = false;

	private readonly known = new Set<string>();
	private count = 0;
	private read = 0;
	private barren = 0;
	/** Entries of the page that was read last, and how many of them were new. */
	private last = { entries: 0, fresh: 0 };
	private total: number | undefined;
	private firstTotal: number | undefined;
	/** Whether the list is read once more from its beginning, for what came meanwhile. */
	private isLookingAgain = false;
	private areAllNamed = true;

	constructor(private readonly pageSize: number) {}

	/** The entries of a page that no page before had. */
	fresh(entries: IDataObject[]): IDataObject[] {
		const names = entries.map(({ uid, id }) => asText(uid) ?? asText(id));
		const fresh = entries.filter((_entry, index) => !this.known.has(names[index] ?? ''));
		for (const name of names) {
			if (name === undefined) this.areAllNamed = false;
			else this.known.add(name);
		}
		this.count += fresh.length;
		this.last = { entries: entries.length, fresh: fresh.length };
		return fresh;
	}

	/**
	 * The page to read after another one; undefined when the list has come to its end.
	 * @throws PhraseError when it has none
	 */
	next(pageNumber: number, answer: IDataObject): number | undefined {
		const { fresh } = this.last;
		this.barren = fresh > 0 ? 0 : this.barren + 1;
		if (++this.read >= MOST_PAGES || this.barren > MOST_BARREN) throw endless(this.read);
		const vanished = this.vanished(asNumber(answer.totalElements));
		if (vanished > 0 && pageNumber > 0) {
			// What comes after an entry that is deleted moves to the front.
			if (this.areAllNamed) return Math.max(0, pageNumber - Math.ceil(vanished / this.pageSize));
			this.mayLack = true;
		}
		const totalPages = asNumber(answer.totalPages);
		const isEnd = totalPages === undefined ? this.isEndWithoutTotal() : pageNumber + 1 >= totalPages;
		if (this.isLookingAgain ? isEnd || fresh === 0 : isEnd) return this.afterEnd();
		return pageNumber + 1;
	}

	/** How many entries the list has lost since the page before. */
	private vanished(total: number | undefined): number {
		const before = this.total;
		this.total = total;
		this.firstTotal ??= total;
		return before === undefined || total === undefined ? 0 : before - total;
	}

	private isEndWithoutTotal(): boolean {
		const { entries, fresh } = this.last;
		// A server that does not know of pages gives all, and gives it again.
		if (entries === this.pageSize && fresh === 0) throw endless(this.read);
		return fresh === 0 || entries > this.pageSize;
	}

	/** What has come meanwhile may have moved in at the front: it is looked for once. */
	private afterEnd(): number | undefined {
		const { total = 0, firstTotal = 0 } = this;
		const isShort = total > firstTotal && this.count < total;
		if (!isShort) return undefined;
		if (this.areAllNamed && !this.isLookingAgain) {
			this.isLookingAgain = true;
			return 0;
		}
		this.mayLack = true;
		return undefined;
	}
}

function endless(pages: number): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: `A list of Phrase has not come to its end after ${pages} pages, of which the last brought nothing new`,
		description: "Lower 'Limit' or narrow the filters. If it stays so, tell Phrase support which list it is.",
	});
}
