import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Steps } from './steps';

/** What ends a program from outside, with the exit code that shells expect then. */
const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Longest time that a timer takes, milliseconds. */
const FOREVER_MS = 2 ** 31 - 1;

/** A program that starts servers, and leaves nothing of them behind. */
export class Program {
	/** Shows how far it is. */
	readonly steps = new Steps();

	/** What Ctrl-C ends it with where that is what is expected of the user. */
	private finished: number | undefined;

	private isEnding = false;

	private readonly actions: Array<() => Promise<void>> = [];

	/** @param folder a temporary folder of its own */
	private constructor(readonly folder: string) {}

	/**
	 * Runs a program. When it has ended, or Ctrl-C ends it, everything that it has started is put away, and its folder
	 * is removed. When it fails, the folder stays, since the logs are in it.
	 *
	 * @param name goes into the name of the folder
	 * @param work gives the exit code
	 */
	static async run(name: string, work: (program: Program) => Promise<number>): Promise<void> {
		const program = new Program(await mkdtemp(join(tmpdir(), `n8n-nodes-phrase-${name}-`)));
		// A terminal sends Ctrl-C to all processes, and some of those that started this one hand it on once more.
		const end = async (exitCode: number, keepsFolder: boolean): Promise<void> => {
			if (program.isEnding) return;
			program.isEnding = true;
			// Comes after the listener that kills what is still running, such as an installation.
			if (!keepsFolder) process.once('exit', () => program.removeFolder());
			await program.putAway().finally(() => process.exit(exitCode));
		};
		for (const [signal, exitCode] of Object.entries(SIGNALS))
			process.on(signal, () => void end(program.finished ?? exitCode, false));
		try {
			const exitCode = await work(program);
			await end(exitCode, exitCode !== 0);
		} catch (error) {
			// What was under way fails when everything is put away.
			if (program.isEnding) return;
			if (error !== program.steps.failure) console.error(error instanceof Error ? error.message : error);
			console.error(`Logs and n8n's data of this run: ${program.folder}`);
			await end(1, true);
		}
	}

	/** Remembers how something that has just been started is put away. */
	cleanup(action: () => Promise<void>): void {
		this.actions.push(action);
	}

	/** Goes on until somebody presses Ctrl-C, which ends the program with this exit code. */
	async untilStopped(exitCode: number): Promise<never> {
		this.finished = exitCode;
		for (;;) await delay(FOREVER_MS);
	}

	/** Puts everything away, last first. */
	private async putAway(): Promise<void> {
		for (let action = this.actions.pop(); action !== undefined; action = this.actions.pop()) await action();
	}

	private removeFolder(): void {
		rmSync(this.folder, { recursive: true, force: true, maxRetries: 10 });
	}
}
