import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contracts } from '../../sandbox/contract';
import { ROOT } from '../support/shipped';

/** Where a fact about Phrase comes from, as a doc comment says it. */
interface Source {
	file: string;
	text: string;
}

const FILES = ['core', 'nodes']
	.flatMap((room) =>
		readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
	)
	.filter((file) => file.endsWith('.ts'));

const SOURCES = FILES.flatMap(sourcesOf);

const ENDPOINTS = contracts().flatMap(({ operations }) => operations.map(({ endpoint }) => endpoint));

it('is there to be looked at', () => {
	expect(SOURCES.length).toBeGreaterThan(80);
});

it.each(FILES.filter((file) => file.endsWith('.operation.ts')))(
	'%s says which operation of Phrase it calls',
	(file) => {
		const calls = SOURCES.filter((source) => source.file === file).flatMap(callsIn);
		expect(calls).not.toEqual([]);
	},
);

it.each(SOURCES)('$file: $text', (source) => {
	const ids = ENDPOINTS.filter(({ ourId }) => !ourId).map((endpoint) => endpoint.id);
	expect(idsIn(source).filter((id) => !ids.includes(id))).toEqual([]);
	for (const { id, call } of callsIn(source)) {
		const endpoint = ENDPOINTS.find(({ method, path }) => `${method} ${path}` === call);
		expect({ call, id }).toEqual({
			call: endpoint && `${endpoint.method} ${endpoint.path}`,
			id: endpoint?.ourId === true ? undefined : endpoint?.id,
		});
	}
});

/** Every `Source:` of a file, to the end of its paragraph. */
function sourcesOf(file: string): Source[] {
	const comments = readFileSync(join(ROOT, file), 'utf8').match(/\/\*\*.*?\*\//gs) ?? [];
	return comments.flatMap((comment) => {
		const text = comment.replace(/^\s*\* ?|\/\*\* ?|\s*\*\/$/gm, '');
		const [, ...sources] = text.split(/\bSource: /);
		return sources.map((source) => ({
			file,
			text: (source.split(/\n\n|\n@/)[0] ?? '').replace(/\s+/g, ' ').trim(),
		}));
	});
}

/** What looks like an operation id: camelCase outside of paths and of backticks, which are around members. */
function idsIn({ text }: Source): string[] {
	return text.replace(/`[^`]*`|\/\S+/g, '').match(/(?<!\w)[a-z]+\w*[A-Z]\w*/g) ?? [];
}

/** Every method with a path, and the word before it when that is an id: `getPart, GET /api2/…`. */
function callsIn({ text }: Source): Array<{ id?: string; call: string }> {
	const calls = text.matchAll(/(?:(\w+), )?\b((?:GET|POST|PUT|PATCH|DELETE) \/[^\s;,]*[^\s;,.])/g);
	return [...calls].map(([, id, call = '']) => ({ id, call }));
}
