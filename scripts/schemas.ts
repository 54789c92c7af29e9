/**
 * Writes the schemas of what operations put out, of which n8n's editor offers members to map before the first run.
 * They are made of what the operations give when they run against the sandbox. Writes as well the page of operations, with what
 * each was seen to call. With `--check` it writes nothing and
 * exits with 1 when something is out of date.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
// With `.js`: without an extension, the codex file `….node.json` beside it would be found first.
import { PhraseLanguageAi } from '../nodes/PhraseLanguageAi/PhraseLanguageAi.node.js';
import { PhraseTms } from '../nodes/PhraseTms/PhraseTms.node.js';
import { OPERATIONS_PAGE, operationsPage, presentPage } from './operationsPage';
import { outOfDate, presentFiles, ROOT, wantedFiles, type Files } from './schemas/files';
import { actionNodes, runExamples } from './schemas/outputs';

async function main(): Promise<void> {
	const nodes = actionNodes(new PhraseTms(), new PhraseLanguageAi());
	const outputs = await runExamples(nodes);
	const problems = outputs.flatMap(({ problem }) => problem ?? []);
	if (problems.length > 0) {
		fail(problems);
		return;
	}

	const wanted: Files = { ...wantedFiles(outputs), [OPERATIONS_PAGE]: operationsPage(nodes, outputs) };
	const paths = outOfDate(wanted, { ...presentFiles(nodes), ...presentPage() });
	if (process.argv.includes('--check')) {
		fail(paths.map((path) => `${path} is out of date: run \`npm run schemas\``));
	} else {
		for (const path of paths) write(join(ROOT, path), wanted[path]);
	}
	console.log(`${Object.keys(wanted).length} files, ${paths.length} of them out of date before`);
}

function write(file: string, text: string | undefined): void {
	if (text === undefined) {
		rmSync(file);
		return;
	}
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, text);
}

function fail(messages: string[]): void {
	if (messages.length === 0) return;
	console.error(messages.join('\n'));
	process.exitCode = 1;
}

void main();
