/**
 * Runs a command-line tool of this package's dependencies, and installs the dependencies first when they are
 * missing: in a fresh clone one command is enough.
 *
 * Usage: node scripts/run.mjs <tool> [arguments of the tool]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath, URL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [tool, ...args] = process.argv.slice(2);

// npm writes this file when an installation is complete.
if (!existsSync(`${root}node_modules/.package-lock.json`)) {
	process.stderr.write('Installing the dependencies (once, about a minute)\n');
	const npm = process.env.npm_execpath?.endsWith('npm-cli.js')
		? [process.execPath, process.env.npm_execpath]
		: ['npm'];
	const { status } = spawnSync(npm[0], [...npm.slice(1), 'ci', '--no-audit', '--no-fund'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
	});
	if (status !== 0) process.exit(1);
}

// tsx as a program of its own kills a program that does not answer to a signal at once; as a part of Node, it does not.
const [command, ...first] =
	tool === 'tsx'
		? [process.execPath, '--import', import.meta.resolve('tsx')]
		: [`${root}node_modules/.bin/${tool}`];
const child = spawn(command, [...first, ...args], {
	stdio: 'inherit',
	shell: process.platform === 'win32' && tool !== 'tsx',
});
// The tool decides what to do about a signal, and cleans up.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
	process.stderr.write(`${tool}: ${error.message}\n`);
	process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
