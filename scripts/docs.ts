/**
 * Writes the tables of operations in README.md from the nodes themselves.
 * With `--check` it writes nothing and exits with 1 when they are out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// With `.js`: without an extension, the codex file `….node.json` beside it would be found first.
import { PhraseLanguageAi } from '../nodes/PhraseLanguageAi/PhraseLanguageAi.node.js';
import { PhraseTms } from '../nodes/PhraseTms/PhraseTms.node.js';
import { withOperations } from './operationsTable';

const file = join(__dirname, '..', 'README.md');
const readme = readFileSync(file, 'utf8');
const current = withOperations(readme, [new PhraseTms().description, new PhraseLanguageAi().description]);

if (current === readme) {
	console.log('README.md is up to date');
} else if (process.argv.includes('--check')) {
	console.error('README.md does not show the operations as they are now: run `npm run docs`');
	process.exitCode = 1;
} else {
	writeFileSync(file, current);
	console.log('README.md: operations written');
}
