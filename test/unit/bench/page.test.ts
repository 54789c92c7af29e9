import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartOf } from '../../../bench/harness/chart';
import { RESULTS, storedResults } from '../../../bench/harness/store';
import { PAGE, withResults } from '../../../bench/page';

const page = readFileSync(PAGE, 'utf8');

/** What each benchmark says that it is called. */
const ids = readdirSync(dirname(PAGE))
	.map((folder) => join(dirname(PAGE), folder, 'run.ts'))
	.filter((file) => existsSync(file))
	.map((file) => /\bid: '(b\d+)'/.exec(readFileSync(file, 'utf8'))?.[1] ?? file);

describe('bench/README.md', () => {
	it('shows the results that are kept (else run `npm run docs`)', async () => {
		expect(withResults(page, await storedResults())).toBe(page);
	});

	it('would be out of date if a result were another one', async () => {
		const results = await storedResults();
		const others = results.map((result) => ({ ...result, question: 'Another one?' }));
		if (others.length > 0) expect(withResults(page, others)).not.toBe(page);
	});

	it.each(ids)('has a place for %s', (id) => {
		expect(page).toContain(`<!-- ${id} end -->`);
	});
});

it('has the charts of the results that are kept', async () => {
	for (const result of await storedResults())
		expect(readFileSync(join(RESULTS, `${result.id}.svg`), 'utf8')).toBe(chartOf(result));
});
