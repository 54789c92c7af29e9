import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chartOf } from '../../../bench/harness/chart';
import { medianOf } from '../../../bench/harness/figures';
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

it('the README tells of an upload what has been measured', async () => {
	const files = (await storedResults()).find(({ id }) => id === 'b1');
	const memory = files?.comparisons.find(({ name }) => name === 'upload of 1024 MiB, memory');
	if (memory === undefined) throw new Error('It has not been measured');
	const [ours, httpRequest, loop] = ['Phrase TMS', 'HTTP Request', 'loop over the helper'].map(
		(contender) => `${Math.round(medianOf(memory, contender)).toLocaleString('en')} MB`,
	);
	const readme = readFileSync(join(dirname(PAGE), '..', 'README.md'), 'utf8').replaceAll('\n', ' ');
	expect(/An upload of 1 GiB .*helper .*? MB\./.exec(readme)?.[0]).toBe(
		`An upload of 1 GiB from n8n's disk raised the memory by ${ours}. HTTP Request took ${httpRequest} for that, and a loop over n8n's request helper ${loop}.`,
	);
});

it('has the charts of the results that are kept', async () => {
	for (const result of await storedResults())
		expect(readFileSync(join(RESULTS, `${result.id}.svg`), 'utf8')).toBe(chartOf(result));
});
