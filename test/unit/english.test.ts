import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MARKDOWN } from '../support/pages';
import { ROOT } from '../support/shipped';

/** A sentence with more words is hard to read once and understand. */
const MOST_WORDS = 30;

const SOURCES = ['core', 'nodes', 'credentials']
	.flatMap((room) =>
		readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
	)
	.filter((file) => file.endsWith('.ts'));

describe('sentences are short', () => {
	it.each(MARKDOWN)('in %s', (file) => {
		expect(longIn(pageParagraphs(read(file)))).toEqual([]);
	});

	it.each(SOURCES)('in the comments of %s', (file) => {
		expect(longIn(commentParagraphs(read(file)))).toEqual([]);
	});
});

describe('what counts as a sentence', () => {
	const long = Array.from({ length: MOST_WORDS }, () => 'word').join(' ');

	it.each([
		['a page', pageParagraphs(`# Title\n\nOne ${long}.`)],
		['an entry of a list', pageParagraphs(`- short\n- one ${long}\n- short`)],
		['a cell of a table', pageParagraphs(`| A | B |\n| - | - |\n| short | one ${long} |`)],
		['a doc comment', commentParagraphs(`/** Short. One ${long}. */`)],
		['a doc comment of several lines', commentParagraphs(`/**\n * One ${long.replace(' ', '\n * ')}\n */`)],
		['line comments', commentParagraphs(`\t// One ${long.replace(' ', '\n\t// ')}.`)],
	])('sees a long one in %s', (_where, paragraphs) => {
		expect(longIn(paragraphs)).toHaveLength(1);
	});

	it.each([
		['a block of code', pageParagraphs(`Text\n\n\`\`\`sh\none ${long}\n\`\`\``)],
		['code in a line', pageParagraphs(`Text \`one ${long}\``)],
		['two sentences', pageParagraphs(`Some ${long.slice(0, -5)}. n8n ${long.slice(0, -5)}`)],
		['two cells', pageParagraphs(`| one ${long.slice(0, -5)} | one |`)],
		[
			'two paragraphs',
			commentParagraphs(`/**\n * Some ${long.slice(0, -5)}\n *\n * more ${long.slice(0, -5)}\n */`),
		],
		['strings', commentParagraphs(`const text = 'one ${long}';`)],
	])('sees none in %s', (_where, paragraphs) => {
		expect(longIn(paragraphs)).toEqual([]);
	});
});

function read(file: string): string {
	return readFileSync(join(ROOT, file), 'utf8');
}

/** The paragraphs, entries of lists and cells of tables of a page, without its blocks of code and its generated tables. */
function pageParagraphs(page: string): string[] {
	return page
		.replace(/^ *```.*?^ *```/gms, '')
		.replace(/<!-- prettier-ignore-start -->.*?<!-- prettier-ignore-end -->/gs, '')
		.split(/\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) |#|\s*\|)/)
		.flatMap((block) => (block.trimStart().startsWith('|') ? block.split('|') : [block]));
}

/** The paragraphs of the comments of a source, and the entries of lists and tags in them. */
function commentParagraphs(source: string): string[] {
	const blocks = [...source.matchAll(/\/\*\*(.*?)\*\//gs)].map(([, text = '']) =>
		text.replace(/^\s*\* ?/gm, ''),
	);
	const lines = [...source.matchAll(/(?:^[ \t]*\/\/.*\n?)+/gm)].map(([text]) =>
		text.replace(/^\s*\/\/ ?/gm, ''),
	);
	return [...blocks, ...lines].flatMap((text) => text.split(/\n\s*\n|\n(?=@|- |Source:)/));
}

function longIn(paragraphs: string[]): string[] {
	return paragraphs.flatMap(sentences).filter((sentence) => words(sentence) > MOST_WORDS);
}

/** n8n begins a sentence in lower case. */
function sentences(paragraph: string): string[] {
	return paragraph.replace(/\s+/g, ' ').split(/(?<=[.!?:;]["'*_)]*) (?=["'*_([]*(?:[A-Z\d`]|n8n))/);
}

/** A piece of code counts as one word, the address of a link as none. */
function words(sentence: string): number {
	const plain = sentence.replace(/`[^`]*`/g, 'code').replace(/\]\([^)]*\)/g, ']');
	return plain.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}
