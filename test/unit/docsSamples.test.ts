import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeProperties } from 'n8n-workflow';
import { operationsOf } from '../../scripts/operationsTable';
import { everyProperty } from '../support/everyProperty';
import { MARKDOWN } from '../support/pages';
import { credentials, nodes, packageJson, ROOT } from '../support/shipped';

const textOf = (file: string) => readFileSync(join(ROOT, file), 'utf8');

/** Sources of some folders, as one text. */
function sourcesOf(folders: string[]): string {
	return folders
		.flatMap((folder) =>
			readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
				.filter((file) => file.endsWith('.ts'))
				.map((file) => textOf(join(folder, file))),
		)
		.join('\n');
}

/** Code of a language in a page. */
function samplesIn(file: string, language: string): string[] {
	const blocks = textOf(file).matchAll(/^```(\w+)\n([^]*?)^```$/gm);
	return [...blocks].filter(([, name]) => name === language).map(([, , code = '']) => code);
}

const shipped = sourcesOf(['core', 'nodes', 'credentials'])
	// As they are put together at run time.
	.replace(/\\'/g, "'")
	.replace(/' \+\s+'/g, '');

/** Pages that quote what a user reads in n8n. */
const QUOTING = ['docs/reliability.md', 'docs/troubleshooting.md'];

describe.each(QUOTING)('%s quotes what the code says', (file) => {
	const quoted = [...textOf(file).matchAll(/"([^"]+)"/g)].map(([, text = '']) => text.replace(/\s+/g, ' '));

	it('and quotes enough to be found by', () => {
		expect(quoted.length).toBeGreaterThan(15);
	});

	it.each(quoted)('%s', (text) => {
		const parts = text.split('…').map((part) => part.trim().replace(/^'|'$/g, ''));
		expect(parts.filter((part) => !shipped.includes(part))).toEqual([]);
	});
});

/** What n8n and Phrase call their own, as `**A > B**`. */
const NOT_OURS = /^(Settings|Access tokens|On Error|Security)$/;

describe.each(MARKDOWN.filter((file) => file !== 'CHANGELOG.md'))('%s', (file) => {
	const descriptions = nodes().map(({ instance }) => instance.description);
	const operations = descriptions
		.flatMap(operationsOf)
		.map(({ resourceName, name }) => `${resourceName} > ${name}`);
	const choices = [...descriptions, ...credentials().map(({ instance }) => instance)].flatMap(
		({ properties }) => everyProperty(properties).flatMap(({ property }) => choicesOf(property)),
	);

	it('names operations and choices that there are', () => {
		const named = [
			...textOf(file)
				.replace(/\s+/g, ' ')
				.matchAll(/\*\*([A-Z][\w -]*? > [A-Z][^*>]*)\*\*/g),
		]
			.map(([, name = '']) => name)
			.filter((name) => !NOT_OURS.test(name.split(' > ')[0] ?? ''));
		const known = new Set([...operations, ...choices]);
		expect(named.filter((name) => !known.has(name))).toEqual([]);
	});

	it('has JSON that can be read', () => {
		for (const sample of samplesIn(file, 'json')) expect(() => JSON.parse(sample) as unknown).not.toThrow();
	});

	it('has commands that there are, and the version that is packed', () => {
		const scripts = [...textOf(file).matchAll(/\bnpm run ([\w:-]+)/g)].map(([, script = '']) => script);
		expect(Object.keys(packageJson().scripts)).toEqual(expect.arrayContaining(scripts));
		const tarballs = textOf(file).match(/n8n-nodes-phrase-[\d.]+\.tgz/g) ?? [];
		expect(tarballs.filter((name) => name !== `n8n-nodes-phrase-${packageJson().version}.tgz`)).toEqual([]);
	});
});

describe('the code in CONTRIBUTING.md', () => {
	const samples = samplesIn('CONTRIBUTING.md', 'ts');

	it('begins with an operation as it is in the package', () => {
		const oneSpaced = (code: string) => code.trim().replace(/\s+/g, ' ');
		const operation = textOf('nodes/PhraseTms/resources/project/delete.operation.ts');
		expect(oneSpaced(samples[0] ?? '')).toBe(oneSpaced(operation));
	});

	it('calls what there is', () => {
		const sources = sourcesOf(['core', 'nodes']);
		const called = samples.flatMap((sample) =>
			[...sample.matchAll(/(?<![.\w])([a-z]\w+)\(/gi)].map(([, name = '']) => name),
		);
		expect(called.length).toBeGreaterThan(8);
		const missing = called.filter(
			(name) => !new RegExp(`export (?:async )?(?:const|function) ${name}\\b`).test(sources),
		);
		expect(missing).toEqual([]);
	});
});

/** `Field > Choice` for each choice of a field, as the editor words them. */
function choicesOf({ displayName, options = [], modes = [] }: INodeProperties): string[] {
	const names = options.map((option) => ('displayName' in option ? option.displayName : option.name));
	const ways = modes.map((mode) => mode.displayName);
	return [...names, ...ways].map((name) => `${displayName} > ${name}`);
}
