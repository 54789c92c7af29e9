/**
 * Begins an operation: its file, made of what the catalogue knows of the endpoint, its line in the resource, and a test.
 *
 * Usage: npm run new:operation -- <operation id of Phrase> <resource> <operation>
 * Example: npm run new:operation -- getProjectSegmentationRules project getSegmentationRules
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { catalogueOf } from '../core/catalogue/catalogue';
import type { Product } from '../core/http/client.types';
import { format } from 'prettier';
import { operationFile, type Maker } from './newOperation/operationFile';
import { titleCase } from './newOperation/words';

const ROOT = join(__dirname, '..');

/** The folder of a product's node, and of its contract tests. */
const FOLDERS: Record<Product, { node: string; tests: string; run: string }> = {
	tms: { node: 'nodes/PhraseTms', tests: 'test/contract/tms', run: 'runTms' },
	languageAi: { node: 'nodes/PhraseLanguageAi', tests: 'test/contract/languageAi', run: 'runLanguageAi' },
};

/** Words of JavaScript that no constant can be called. */
const RESERVED = new Set(['delete', 'import', 'export', 'new', 'default']);

async function main([id = '', resource = '', operation = '']: string[]): Promise<void> {
	if (!/^[a-z]\w*$/.test(resource) || !/^[a-z]\w*$/.test(operation)) {
		throw new Error('Usage: npm run new:operation -- <operation id of Phrase> <resource> <operation>');
	}
	const { product, endpoint } = find(id);
	const catalogue = catalogueOf(product);
	const { node, tests, run } = FOLDERS[product];
	const folder = `${node}/resources/${resource}`;
	const file = `${folder}/${operation}.operation.ts`;
	if (existsSync(join(ROOT, file))) throw new Error(`${file} is there already`);

	const constant = RESERVED.has(operation)
		? `${operation}${titleCase(resource).replaceAll(' ', '')}`
		: operation;
	const files = {
		[file]: operationFile({ file, operation, constant, endpoint }, catalogue, knownFields(node)),
		[`${folder}/index.ts`]: withOperation(folder, resource, operation, constant),
		[`${tests}/${resource}.${operation}.test.ts`]: testOf(resource, operation, run),
	};
	for (const [path, text] of Object.entries(files)) await write(path, text);
	console.log(
		[
			'',
			'Next:',
			`1. Read ${file}: mend its words, and make lists of what is referred to.`,
			'2. Let the test say what the operation does, and what users read when it cannot.',
			'3. npm run schemas && npm run docs && npm test; a line in the CHANGELOG.',
		].join('\n'),
	);
}

/** @throws Error naming operation ids that are like it */
function find(id: string) {
	for (const product of ['tms', 'languageAi'] as const) {
		const catalogue = catalogueOf(product);
		const entry = catalogue.entries.find((one) => one.id === id);
		if (entry !== undefined) return { product, endpoint: catalogue.endpoint(entry) };
	}
	const like = catalogueOf('tms')
		.entries.filter((entry) => entry.id.toLowerCase().includes(id.toLowerCase()))
		.map((entry) => entry.id);
	throw new Error(
		`No endpoint has the operation id '${id}'.${like.length > 0 ? ` Like it: ${like.join(', ')}` : ''}`,
	);
}

/** The fields that operations of a node have, by the names of their parameters: for each, the one that most have. */
function knownFields(node: string): Map<string, Maker> {
	const counts = new Map<string, { maker: Maker; count: number }>();
	for (const path of operationFiles(node)) {
		const text = readFileSync(join(ROOT, path), 'utf8');
		const from = new Map<string, string>();
		for (const [, names = '', module = ''] of text.matchAll(
			/import \{([^}]*)\} from '(\.[^']*\/fields\/[^']*)'/g,
		)) {
			const target = relative(ROOT, join(ROOT, dirname(path), module));
			for (const name of names.split(',')) from.set(name.trim(), target);
		}
		for (const [, name = '', call = ''] of text.matchAll(/\b(\w+): (\w+)\(\)/g)) {
			const module = from.get(call);
			if (module === undefined || module.startsWith('core/')) continue;
			const key = `${name} ${call}`;
			const known = counts.get(key) ?? { maker: { call, from: module }, count: 0 };
			counts.set(key, { ...known, count: known.count + 1 });
		}
	}
	const rising = [...counts].sort(([, a], [, b]) => a.count - b.count);
	return new Map(rising.map(([key, { maker }]) => [key.split(' ')[0] ?? '', maker]));
}

function operationFiles(node: string): string[] {
	return readdirSync(join(ROOT, node, 'resources'), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.operation.ts'))
		.map((path) => join(node, 'resources', path));
}

/** The resource with a line for the operation. */
function withOperation(folder: string, resource: string, operation: string, constant: string): string {
	const index = join(ROOT, folder, 'index.ts');
	const importing = `import { ${constant} } from './${operation}.operation';`;
	const entry = constant === operation ? operation : `${operation}: ${constant}`;
	if (!existsSync(index)) {
		console.log(`${resource} is a new resource: add it to ${dirname(folder)}/index.ts`);
		const title = titleCase(resource);
		return `import type { Resource } from '../../../../core/operation/operation';
${importing}

/** ${title}. */
export const ${resource}: Resource = { name: '${title}', operations: { ${entry} }, defaultOperation: '${operation}' };
`;
	}
	const text = readFileSync(index, 'utf8');
	if (!text.includes('operations: {')) {
		throw new Error(`${folder}/index.ts does not list its operations: add ${importing} by hand`);
	}
	return text
		.replace(/\n(?!import)/, `\n${importing}\n`)
		.replace(/operations: \{/, `operations: { ${entry},`);
}

function testOf(resource: string, operation: string, run: string): string {
	const support = run === 'runTms' ? 'tms' : 'languageAi';
	return `import { ${run} } from '../../support/${support}';
import { useSandbox } from '../../support/useSandbox';

const sandbox = useSandbox();

const run = async (parameters: object = {}) =>
	await ${run}(sandbox, { resource: '${resource}', operation: '${operation}', ...parameters });

it('names what is missing before it sends anything', async () => {
	await expect(run()).rejects.toThrow();
	expect(sandbox.requests()).toEqual([]);
});
`;
}

/** Writes a file as prettier wants it. */
async function write(path: string, text: string): Promise<void> {
	const file = join(ROOT, path);
	mkdirSync(dirname(file), { recursive: true });
	const options = JSON.parse(readFileSync(join(ROOT, '.prettierrc'), 'utf8')) as object;
	writeFileSync(file, await format(text, { ...options, parser: 'typescript' }));
	console.log(path);
}

main(process.argv.slice(2)).catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
