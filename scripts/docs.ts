/**
 * Writes what is derived into the documentation: the tables of resources in README.md, the figures of
 * bench/README.md, and the pictures.
 * Prints how many endpoints of Phrase can be called.
 * With `--check` it writes nothing and exits with 1 when something is out of date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
// With `.js`: without an extension, the codex file `….node.json` beside it would be found first.
import { PhraseLanguageAi } from '../nodes/PhraseLanguageAi/PhraseLanguageAi.node.js';
import { PhraseTms } from '../nodes/PhraseTms/PhraseTms.node.js';
import { storedResults } from '../bench/harness/store';
import { PAGE, withResults } from '../bench/page';
import { draw, DRAWINGS } from './drawing';
import { coverageInWords, endpointCoverage } from './endpointCoverage';
import { withOperations } from './operationsTable';

/** Writes a file, or only says that it is out of date. */
function write(file: string, wanted: string): void {
	if (wanted === readFileSync(file, 'utf8')) {
		console.log(`${file} is up to date`);
	} else if (process.argv.includes('--check')) {
		console.error(`${file} is out of date: run \`npm run docs\``);
		process.exitCode = 1;
	} else {
		writeFileSync(file, wanted);
		console.log(`${file} is written`);
	}
}

async function main(): Promise<void> {
	const readme = join(__dirname, '..', 'README.md');
	const nodes = [new PhraseTms().description, new PhraseLanguageAi().description];
	write(readme, withOperations(readFileSync(readme, 'utf8'), nodes));
	write(PAGE, withResults(readFileSync(PAGE, 'utf8'), await storedResults()));
	for (const drawing of Object.values(DRAWINGS)) write(drawing.picture, await draw(drawing));
	console.log(coverageInWords('Phrase TMS', endpointCoverage('tms')));
	console.log(coverageInWords('Phrase Language AI', endpointCoverage('languageAi')));
}

void main();
