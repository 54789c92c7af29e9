import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resultInMarkdown } from './harness/markdown';
import type { Result } from './harness/result';
import { storedResults } from './harness/store';

/** The page that shows the results. */
export const PAGE = join(__dirname, 'README.md');

/** The page with the part about each result as the results have it. */
export function withResults(page: string, results: readonly Result[]): string {
	return results.reduce((text, result) => {
		const begin = `<!-- ${result.id}: generated from bench/results, do not edit -->\n<!-- prettier-ignore-start -->\n`;
		const end = `<!-- prettier-ignore-end -->\n<!-- ${result.id} end -->`;
		const [from, to] = [text.indexOf(begin), text.indexOf(end)];
		if (from === -1 || to === -1) throw new Error(`bench/README.md has no place for ${result.id}`);
		const chart = `![${result.title}](results/${result.id}.svg)`;
		const part = `\n${resultInMarkdown(result)}\n\n${chart}\n\n`;
		return `${text.slice(0, from + begin.length)}${part}${text.slice(to)}`;
	}, page);
}

/** Writes the results that are kept into the page. */
export async function writePage(): Promise<void> {
	await writeFile(PAGE, withResults(await readFile(PAGE, 'utf8'), await storedResults()));
}
