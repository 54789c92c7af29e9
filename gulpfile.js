const { spawn } = require('node:child_process');
const { dest, series, src } = require('gulp');
const { rimraf } = require('rimraf');

const OUTPUT = 'dist';

/**
 * What goes beside the compiled code: pictures, the codex files that place a node in n8n's panel, the schemas of what
 * operations put out, and the catalogue of endpoints.
 */
const ASSETS = [
	'nodes/**/*.{svg,png,node.json}',
	'nodes/*/__schema__/**/*.json',
	'credentials/**/*.svg',
	'icons/**',
	'core/**/*.json',
];

/** Removes the last build, so that a deleted source leaves nothing behind. */
function clean() {
	return rimraf(OUTPUT);
}

/** Compiles what ships. The compiler's own messages go to the terminal; its exit code decides. */
function compile() {
	return spawn(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], {
		stdio: 'inherit',
	});
}

/** Copies the assets to where the compiled code and the `file:` paths in nodes and credentials find them. */
function assets() {
	return src(ASSETS, { base: '.', encoding: false }).pipe(dest(OUTPUT));
}

exports.clean = clean;
exports.build = series(clean, compile, assets);
exports.default = exports.build;
