/**
 * Writes what is derived into the documentation: the tables of resources in README.md, the figures of
 * bench/README.md, and the pictures; and the names that workflows saved by this version hold.
 * Prints how many endpoints of Phrase can be called.
 * With `--check` it writes nothing and exits with 1 when something is out of date.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
// With `.js`: without an extension, the codex file `….node.json` beside it would be found first.
import { PhraseLanguageAiApi } from '../credentials/PhraseLanguageAiApi.credentials.js';
import { PhraseTmsApi } from '../credentials/PhraseTmsApi.credentials.js';
import { PhraseTmsOAuth2Api } from '../credentials/PhraseTmsOAuth2Api.credentials.js';
import { PhraseCallbackTrigger } from '../nodes/PhraseCallbackTrigger/PhraseCallbackTrigger.node.js';
import { PhraseLanguageAi } from '../nodes/PhraseLanguageAi/PhraseLanguageAi.node.js';
import { PhraseTms } from '../nodes/PhraseTms/PhraseTms.node.js';
import { PhraseTmsPollingTrigger } from '../nodes/PhraseTmsPollingTrigger/PhraseTmsPollingTrigger.node.js';
import { PhraseTmsTrigger } from '../nodes/PhraseTmsTrigger/PhraseTmsTrigger.node.js';
import { storedResults } from '../bench/harness/store';
import { PAGE, withResults } from '../bench/page';
import { draw, DRAWINGS } from './drawing';
import { coverageInWords, endpointCoverage } from './endpointCoverage';
import { withOperations } from './operationsTable';
import { releasedNames } from './releasedNames';

const tms = new PhraseTms();
const languageAi = new PhraseLanguageAi();

const TRIGGERS: INodeType[] = [
	new PhraseTmsTrigger(),
	new PhraseTmsPollingTrigger(),
	new PhraseCallbackTrigger(),
];

const CREDENTIALS: ICredentialType[] = [
	new PhraseTmsApi(),
	new PhraseTmsOAuth2Api(),
	new PhraseLanguageAiApi(),
];

/** Writes a file, or only says that it is out of date. */
function write(file: string, wanted: string): void {
	if (existsSync(file) && wanted === readFileSync(file, 'utf8')) {
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
	write(readme, withOperations(readFileSync(readme, 'utf8'), [tms.description, languageAi.description]));
	write(PAGE, withResults(readFileSync(PAGE, 'utf8'), await storedResults()));
	for (const drawing of Object.values(DRAWINGS)) write(drawing.picture, await draw(drawing));
	const names = releasedNames([tms, languageAi, ...TRIGGERS], CREDENTIALS);
	if (names !== undefined) write(names.file, names.text);
	console.log(coverageInWords('Phrase TMS', endpointCoverage('tms')));
	console.log(coverageInWords('Phrase Language AI', endpointCoverage('languageAi')));
}

void main();
