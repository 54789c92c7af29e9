import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { adopt } from './processGroup';

/** How many of the log's last lines an error repeats. */
const TAIL_LINES = 15;

export interface CommandOptions {
	/** Folder that the program runs in. */
	cwd: string;
	/** File that gets everything the program prints; added to when it exists. */
	logFile: string;
	/** The environment; this process's own when left out. */
	env?: NodeJS.ProcessEnv;
}

/**
 * Runs a program to its end. It ends with this process, with all that it has started in turn.
 *
 * @throws Error with the end of the log and its path, when the program cannot be started or does not exit with 0
 */
export async function runCommand(command: string, args: string[], options: CommandOptions): Promise<void> {
	const log = createWriteStream(options.logFile, { flags: 'a' });
	await once(log, 'open');
	const child = spawn(command, args, {
		cwd: options.cwd,
		env: options.env ?? process.env,
		stdio: ['ignore', log, log],
		detached: true,
	});
	adopt(child);
	try {
		const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
		if (code !== 0) throw new Error(`ended with ${signal ?? `exit code ${code}`}`);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		const shown = [command, ...args].join(' ');
		throw new Error(`${shown}: ${reason}\n${await tail(options.logFile)}\nFull log: ${options.logFile}`);
	} finally {
		log.end();
	}
}

/** The last lines of a text file. */
export async function tail(file: string, lines = TAIL_LINES): Promise<string> {
	const text = await readFile(file, 'utf8');
	return text.trimEnd().split('\n').slice(-lines).join('\n');
}
