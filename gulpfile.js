const { spawn } = require('node:child_process');
const { mkdir, writeFile } = require('node:fs/promises');
const { basename, dirname, posix, relative, sep } = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { rimraf } = require('rimraf');
const manifest = require('./package.json');

const OUTPUT = 'dist';

/**
 * All code in two files: n8n reads and resolves these instead of hundreds of modules. Each module is in one of them, and
 * so is there once: nodes and credentials share connections and sessions.
 */
const BUNDLES = {
	/** What the credentials need. n8n loads all credentials when it starts, so this one is small. */
	credentials: `${OUTPUT}/credentials.bundle.js`,
	/** The rest. n8n loads a node when a workflow first runs it. */
	nodes: `${OUTPUT}/nodes.bundle.js`,
};

/**
 * What goes beside the code: pictures, the codex files that place a node in n8n's panel, and the schemas of what
 * operations put out.
 */
const ASSETS = [
	'nodes/**/*.{svg,png,node.json}',
	'nodes/*/__schema__/**/*.json',
	'credentials/**/*.svg',
	'icons/**',
];

/** Data that code reads from its own folder, which is that of the bundles. */
const DATA = 'core/catalogue/catalogue.json';

/** Removes the last build, so that a deleted source leaves nothing behind. */
function clean() {
	return rimraf(OUTPUT);
}

/** Checks the types of what ships. The compiler's own messages go to the terminal; its exit code decides. */
function check() {
	return run(require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json');
}

/**
 * Puts all code into the two files. What the credentials need goes into theirs, and the other one takes it from there.
 */
async function bundle() {
	const credentials = manifest.n8n.credentials.map(classExport);
	const { metafile } = await esbuild.build({ ...bundleOf(credentials), write: false, metafile: true });
	const shared = Object.keys(metafile.inputs).filter((path) => path.endsWith('.ts'));
	await esbuild.build({
		...bundleOf([...credentials, ...shared.map((path) => lazyExport(path, `./${path}`))]),
		outfile: BUNDLES.credentials,
	});
	await esbuild.build({
		...bundleOf(manifest.n8n.nodes.map(classExport), [takenFromCredentials(new Set(shared))]),
		outfile: BUNDLES.nodes,
	});
}

/** Writes the files where n8n looks for them. Each hands on its class from its bundle. */
async function entries() {
	for (const [kind, bundle] of Object.entries(BUNDLES)) {
		for (const entry of manifest.n8n[kind]) {
			const path = posix.relative(dirname(entry), bundle);
			await mkdir(dirname(entry), { recursive: true });
			await writeFile(entry, `exports.${classOf(entry)} = require('${path}').${classOf(entry)};\n`);
		}
	}
}

/** Copies the assets to where the `file:` paths in nodes and credentials find them. */
function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest(OUTPUT));
}

function data() {
	return src(DATA, { encoding: false }).pipe(dest(OUTPUT));
}

/**
 * Writes the descriptions of all nodes and credentials as data, by n8n's own program. With it, n8n starts without
 * loading a node: it does that when a workflow first runs it.
 */
function metadata() {
	return run(require.resolve('n8n-core/bin/generate-metadata'));
}

/** What only n8n's own packages need of that. */
function trim() {
	return rimraf(`${OUTPUT}/methods`);
}

/**
 * How code becomes one file. A module in it runs when it is first needed.
 * @param lines what the file exports
 */
function bundleOf(lines, plugins = []) {
	return {
		stdin: { contents: lines.join('\n'), resolveDir: __dirname },
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		plugins: [loadedWhenUsed, ...plugins],
		keepNames: true,
		logLevel: 'warning',
	};
}

/** Takes modules from the bundle of the credentials, which exports them by their paths. */
const takenFromCredentials = (shared) => ({
	name: 'taken-from-credentials',
	setup(build) {
		const file = `./${basename(BUNDLES.credentials)}`;
		build.onResolve({ filter: /^\.\.?\// }, async ({ path, pluginData, ...from }) => {
			if (path === file) return { path, external: true };
			if (pluginData === 'resolving') return undefined;
			const { path: absolute } = await build.resolve(path, { ...from, pluginData: 'resolving' });
			const module = relative(__dirname, absolute).split(sep).join('/');
			return shared.has(module) ? { path: module, namespace: 'credentials' } : undefined;
		});
		build.onLoad({ filter: /.*/, namespace: 'credentials' }, ({ path }) => ({
			contents: `module.exports = require('${file}')['${path}'];`,
		}));
	},
});

/**
 * Dependencies are loaded when something of them is first used, not where they are imported: n8n's start uses none of
 * them.
 */
const loadedWhenUsed = {
	name: 'loaded-when-used',
	setup(build) {
		const dependencies = new RegExp(`^(${Object.keys(manifest.dependencies).join('|')})(/|$)`);
		build.onResolve({ filter: dependencies }, ({ path, namespace }) =>
			namespace === 'file' ? { path, namespace: 'when-used' } : { path, external: true },
		);
		build.onLoad({ filter: /.*/, namespace: 'when-used' }, ({ path }) => ({
			contents: Object.keys(require(path))
				.map(
					(name) => `Object.defineProperty(exports, '${name}', { get: () => require('${path}').${name} });`,
				)
				.join('\n'),
		}));
	},
};

/** Exports the class that n8n loads from a file. */
function classExport(entry) {
	return lazyExport(classOf(entry), entry.replace(OUTPUT, '.').replace(/\.js$/, ''), `.${classOf(entry)}`);
}

function lazyExport(name, module, member = '') {
	return `Object.defineProperty(exports, '${name}', { get: () => require('${module}')${member} });`;
}

/** n8n takes the class that is named like its file. */
function classOf(entry) {
	return basename(entry).split('.')[0];
}

function run(script, ...args) {
	return spawn(process.execPath, [script, ...args], { stdio: 'inherit' });
}

exports.clean = clean;
exports.build = series(clean, parallel(check, series(bundle, entries), assets, data), metadata, trim);
/** The same in a hurry, while somebody works on the sources: no check of types, and over the last build. */
exports.rebuild = series(parallel(series(bundle, entries), assets, data), metadata, trim);
exports.default = exports.build;
