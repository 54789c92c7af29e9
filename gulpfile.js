const { spawn } = require('node:child_process');
const { mkdir, writeFile } = require('node:fs/promises');
const { basename, dirname, posix } = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');
const { rimraf } = require('rimraf');
const manifest = require('./package.json');

const OUTPUT = 'dist';

/** All code in one file: n8n reads and resolves one module instead of hundreds. */
const BUNDLE = `${OUTPUT}/bundle.js`;

/** The files that n8n loads, as package.json names them. */
const ENTRIES = [...manifest.n8n.credentials, ...manifest.n8n.nodes];

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

/** Data that code reads from its own folder, which is that of the bundle. */
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
 * Puts the code of all nodes and credentials into one file. Nodes share connections and sessions, so each module is in
 * it once. A module runs when it is first needed: to n8n's start, which loads all credentials, no node costs anything.
 */
async function bundle() {
	await esbuild.build({
		stdin: { contents: ENTRIES.map(lazyExport).join('\n'), resolveDir: __dirname },
		outfile: BUNDLE,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'node20',
		external: ['n8n-workflow'],
		plugins: [loadedWhenUsed],
		keepNames: true,
		logLevel: 'warning',
	});
}

/** Writes the files where n8n looks for them. Each hands on its class from the bundle. */
async function entries() {
	for (const entry of ENTRIES) {
		const path = posix.relative(dirname(entry), BUNDLE);
		await mkdir(dirname(entry), { recursive: true });
		await writeFile(entry, `exports.${classOf(entry)} = require('${path}').${classOf(entry)};\n`);
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

function lazyExport(entry) {
	const source = entry.replace(OUTPUT, '.').replace(/\.js$/, '');
	return `Object.defineProperty(exports, '${classOf(entry)}', { get: () => require('${source}').${classOf(entry)} });`;
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
