import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createHook } from 'node:async_hooks';
import { join } from 'node:path';
import { credentials, nodes, packageJson, ROOT, sourceOf } from '../support/shipped';

/** Sources in a directory whose name ends in `ending`, relative to the root. */
function sources(directory: string, ending: string): string[] {
	return readdirSync(join(ROOT, directory), { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith(ending))
		.map((path) => join(directory, path))
		.sort();
}

describe('package.json', () => {
	const manifest = packageJson();

	it('installs undici 7 and zod 3.25, pinned, and nothing else', () => {
		expect(manifest.dependencies).toEqual({
			undici: expect.stringMatching(/^7\.\d+\.\d+$/),
			zod: expect.stringMatching(/^3\.25\.\d+$/),
		});
		expect(Object.keys(manifest)).not.toEqual(
			expect.arrayContaining([expect.stringMatching(/^(optional|bundled?)Dependencies$|^overrides$/)]),
		);
	});

	it('takes n8n-workflow from the n8n it is installed in, whichever version that is', () => {
		expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('calls nothing of n8n-workflow that n8n 1 does not have', () => {
		// Looked up in n8n 1.123. What is only a type is gone at run time.
		const inBoth = [
			'NodeApiError',
			'NodeConnectionTypes',
			'NodeOperationError',
			'jsonParse',
			'sleep',
			'tryToParseDateTime',
		];
		const called = ['core', 'nodes', 'credentials']
			.flatMap((room) => sources(room, '.ts'))
			.flatMap((file) => [
				...readFileSync(join(ROOT, file), 'utf8').matchAll(/^import \{([^}]*)\} from 'n8n-workflow'/gm),
			])
			.flatMap(([, names = '']) => names.split(',').map((name) => name.trim()))
			.filter((name) => name !== '' && !name.startsWith('type '));
		expect([...new Set(called)].sort()).toEqual(inBoth);
	});

	it('names every node and every credential type, and no other', () => {
		expect(manifest.n8n.nodes.map(sourceOf).sort()).toEqual(sources('nodes', '.node.ts'));
		expect(manifest.n8n.credentials.map(sourceOf).sort()).toEqual(sources('credentials', '.credentials.ts'));
	});

	it('asks for an n8n authoring level that n8n 1 already has', () => {
		expect(manifest.n8n.n8nNodesApiVersion).toBe(1);
	});

	it('is found as a community package, under the MIT licence', () => {
		expect(manifest.keywords).toContain('n8n-community-node-package');
		expect(manifest.license).toBe('MIT');
		expect(readFileSync(join(ROOT, 'LICENSE'), 'utf8')).toMatch(/^MIT License/);
	});

	it('packs the build and the changelog beside what npm always packs', () => {
		expect(manifest.files).toEqual(['dist', 'CHANGELOG.md']);
	});

	it('has its version in the changelog', () => {
		expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`\n## [${manifest.version}]`);
	});

	it('names scripts that exist', () => {
		const files = Object.values(manifest.scripts).flatMap(
			(script) => script.match(/[\w/.-]+\.(ts|js)\b/g) ?? [],
		);
		expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
	});
});

describe('loading all nodes and credential types', () => {
	it('opens no connection, file, process or timer', () => {
		const opened: string[] = [];
		const hook = createHook({
			init: (_id, type) => {
				if (/^(TCP|TLS|UDP|PIPE|GETADDRINFO|QUERY|FS|PROCESS|HTTP|Timeout|Immediate)/.test(type))
					opened.push(type);
			},
		});
		jest.isolateModules(() => {
			hook.enable();
			try {
				nodes();
				credentials();
			} finally {
				hook.disable();
			}
		});
		expect(opened).toEqual([]);
	});
});
