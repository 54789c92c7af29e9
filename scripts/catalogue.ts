/**
 * Makes the catalogue of the package from its source in `catalogue/`.
 * - `--check` writes nothing, and exits with 1 when what is there is not what the source says.
 * - `--compare <file> [--language-ai]` writes nothing, and prints how an OpenAPI document of Phrase differs.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { Catalogue } from '../core/catalogue/catalogue';
import { compact } from './catalogue/compact';
import { compare } from './catalogue/compare';
import { findProblems } from './catalogue/findProblems';
import type { OpenApi } from './catalogue/openApi';
import { readSource } from './catalogue/readSource';

const FILE = join(__dirname, '..', 'core', 'catalogue', 'catalogue.json');

const { values: options } = parseArgs({
	options: {
		check: { type: 'boolean' },
		compare: { type: 'string' },
		'language-ai': { type: 'boolean', default: false },
	},
});
const source = readSource();
const problems = Object.values(source).flatMap((product) =>
	findProblems(new Catalogue(product), Object.keys(product.types)),
);
const text = compact(source);

if (problems.length > 0) {
	fail(problems.join('\n'));
} else if (options.compare !== undefined) {
	const product = new Catalogue(options['language-ai'] ? source.languageAi : source.tms);
	const document = parse(readFileSync(options.compare, 'utf8')) as OpenApi;
	console.log(compare(document, product).join('\n'));
} else if (options.check !== true) {
	writeFileSync(FILE, text);
	console.log(`core/catalogue/catalogue.json: ${text.length} characters`);
} else if (readFileSync(FILE, 'utf8') !== text) {
	fail('core/catalogue/catalogue.json is not what the source says: run `npm run catalogue`');
}

function fail(message: string): void {
	console.error(message);
	process.exitCode = 1;
}
