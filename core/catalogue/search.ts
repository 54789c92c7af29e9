import type { Catalogue } from './catalogue';
import type { Entry } from './endpoint';

/** What an endpoint is found by. */
interface Indexed {
	entry: Entry;
	/** What counts most: each word of its title. */
	title: readonly string[];
	/** Words of its tag, which say what it is about most. */
	tag: readonly string[];
	/** Words of its tag, its id and its path. */
	others: readonly string[];
	/** All of it as text, for parts of words. */
	text: string;
	/** Below the others of its kind: a newer one exists, or Phrase advises against it. */
	isOld: boolean;
}

/** Words that say nothing of an endpoint. */
const EMPTY = new Set(
	'a an and all any as at be by can do for from have i in into is it its me my new of on one or please that the this to us want what with'.split(
		' ',
	),
);

/** What people say instead of the words of titles. */
const SAME: Readonly<Record<string, string>> = {
	add: 'create',
	change: 'update',
	edit: 'update',
	fetch: 'get',
	make: 'create',
	read: 'get',
	remove: 'delete',
	retrieve: 'get',
	show: 'get',
	tm: 'translation memory',
	tb: 'term base',
};

const indexes = new WeakMap<Catalogue, Indexed[]>();

/**
 * Finds endpoints by words of their title, tag or path, by the end of a path (`POST …/jobs`), or by Phrase's operation
 * id, the best first. Of several versions, the newest comes first.
 *
 * @param query what the user typed; all endpoints, tag by tag, when it is empty
 * @returns those that have all words; when there is none, those that have the most
 */
export function findEndpoints(catalogue: Catalogue, query = ''): Entry[] {
	const index = indexOf(catalogue);
	const terms = termsOf(query);
	if (terms.length === 0) return [...index].sort(byAge).map(({ entry }) => entry);
	const scored = index
		.map((one) => ({ one, scores: terms.map((term) => score(one, term)) }))
		.map(({ one, scores }) => ({
			one,
			matched: scores.filter((each) => each > 0).length,
			sum: scores.reduce((total, each) => total + each, 0) - (one.isOld ? 1 : 0),
		}))
		.filter(({ matched }) => matched > 0);
	const most = Math.max(0, ...scored.map(({ matched }) => matched));
	return scored
		.filter(({ matched }) => matched === most)
		.sort((a, b) => b.sum - a.sum || a.one.title.length - b.one.title.length || byAge(a.one, b.one))
		.map(({ one }) => one.entry);
}

function indexOf(catalogue: Catalogue): Indexed[] {
	const known = indexes.get(catalogue);
	if (known !== undefined) return known;
	const index = catalogue.entries.map((entry) => {
		const others = wordsOf(`${entry.tag} ${entry.id} ${entry.path} ${entry.method}`);
		const title = wordsOf(entry.title);
		return {
			entry,
			title,
			tag: wordsOf(entry.tag),
			others,
			text: `${entry.id} ${entry.method} ${entry.path} ${entry.tag} ${entry.title} ${[...title, ...others].join(' ')}`.toLowerCase(),
			isOld: catalogue.supersededBy(entry) !== undefined || entry.deprecated,
		};
	});
	indexes.set(catalogue, index);
	return index;
}

/** How well an endpoint fits a term, 0 when it does not. */
function score({ entry, title, tag, others, text }: Indexed, { typed, words }: Term): number {
	const path = entry.path.toLowerCase();
	if (typed.startsWith('…')) return path.endsWith(typed.slice(1)) ? 8 : 0;
	if (typed.includes('/')) return path.endsWith(typed) ? 8 : Number(path.includes(typed));
	if (entry.id.toLowerCase() === typed) return 20;
	const isIn = (list: readonly string[]) => words.every((word) => list.includes(word));
	if (isIn(title)) return isIn(tag) ? 6 : 5;
	if (isIn(others)) return 3;
	const begins = (list: readonly string[]) => list.some((word) => word.startsWith(typed));
	return begins(title) || begins(others) ? 2 : Number(text.includes(typed));
}

/** A part of what was typed. */
interface Term {
	typed: string;
	/** The words in it, as the index has them. */
	words: readonly string[];
}

/** What was typed, term by term: a path stays whole, words that say nothing are left out. */
function termsOf(query: string): Term[] {
	const terms = query
		.toLowerCase()
		.replace(/\.\.\.|…/g, '…')
		.split(/[\s,;]+/)
		.map((term) => (term.includes('/') ? term : term.replace(/[.!?'"()]/g, '')))
		.flatMap((term) => (SAME[term] ?? term).split(' '))
		.filter((term) => term !== '' && term !== '…');
	const saying = terms.filter((term) => !EMPTY.has(term));
	return (saying.length > 0 ? saying : terms).map((typed) => ({ typed, words: wordsOf(typed) }));
}

/** Words in lower case and singular, those within camelCase and paths included. */
function wordsOf(text: string): string[] {
	return text
		.replace(/([a-z\d])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.split(/[^a-z\d]+/)
		.filter(Boolean)
		.map((word) => {
			const known = singulars.get(word) ?? singular(word);
			singulars.set(word, known);
			return known;
		});
}

/** The words of the endpoints are few. */
const singulars = new Map<string, string>();

function singular(word: string): string {
	if (/(ss|us|is)$/.test(word) || word.length < 4) return word;
	if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
	if (/(ses|xes|ches|shes)$/.test(word)) return word.slice(0, -2);
	return word.replace(/s$/, '');
}

/** Newer endpoints before old ones; else as the catalogue has them. */
function byAge(a: Indexed, b: Indexed): number {
	return Number(a.isOld) - Number(b.isOld);
}
