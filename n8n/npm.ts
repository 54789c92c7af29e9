import { runCommand, type CommandOptions } from './runCommand';

/** Options that keep npm quiet and away from everything but the packages themselves. */
const QUIET = ['--no-audit', '--no-fund', '--no-progress', '--no-update-notifier'];

/**
 * Runs npm: the very one that runs the current script, or else the one on the path.
 *
 * @throws Error with the end of npm's output
 */
export async function npm(args: string[], options: CommandOptions): Promise<void> {
	const running = process.env.npm_execpath;
	if (running?.endsWith('npm-cli.js')) {
		await runCommand(process.execPath, [running, ...args, ...QUIET], options);
	} else {
		await runCommand('npm', [...args, ...QUIET], options);
	}
}
