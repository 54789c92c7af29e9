import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chartOf } from './chart';
import type { Result } from './result';

/** Where results are kept. */
export const RESULTS = join(__dirname, '..', 'results');

/** Writes a result as JSON, and its chart. */
export async function store(result: Result, folder = RESULTS): Promise<void> {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, `${result.id}.json`), `${JSON.stringify(result, null, '\t')}\n`);
	await writeFile(join(folder, `${result.id}.svg`), chartOf(result));
}

/** The results that are kept, by the numbers of their benchmarks. */
export async function storedResults(folder = RESULTS): Promise<Result[]> {
	await mkdir(folder, { recursive: true });
	const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
	const results = await Promise.all(
		names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')) as Result),
	);
	return results.sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
}
