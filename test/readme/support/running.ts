import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { until } from '../../../n8n';

/** Milliseconds after which somebody would think that it hangs. */
const PATIENCE_MS = 480_000;

/** Milliseconds that the end of everything may take. */
const END_MS = 60_000;

/** A line of a shell, while it runs. */
export class Running {
	/** What it has printed so far. */
	output = '';

	private readonly ended: Promise<number | null>;

	private constructor(
		private readonly line: string,
		private readonly child: ChildProcess,
	) {
		for (const stream of [child.stdout, child.stderr])
			stream?.on('data', (part: Buffer) => (this.output += part.toString()));
		this.ended = once(child, 'close').then(() => child.exitCode);
	}

	/** Starts a line in a process group of its own, as a terminal does. */
	static start(line: string, where: { cwd: string; env: NodeJS.ProcessEnv }): Running {
		return new Running(
			line,
			spawn('sh', ['-c', line], { ...where, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }),
		);
	}

	/** Runs a line to its end, and gives what it has printed. Throws when it fails. */
	static async toSuccess(line: string, where: { cwd: string; env: NodeJS.ProcessEnv }): Promise<string> {
		const running = Running.start(line, where);
		const exitCode = await running.ended;
		if (exitCode !== 0) throw new Error(`${line} ended with ${exitCode}\n${running.output}`);
		return running.output;
	}

	/** Waits until it has printed something, and gives what the pattern has found. Throws when it ends before. */
	async prints(pattern: RegExp): Promise<RegExpExecArray> {
		return await until(
			`${this.line} prints ${pattern.source}`,
			PATIENCE_MS,
			() => {
				const found = pattern.exec(this.output);
				if (found === null && this.child.exitCode !== null)
					throw new Error(`${this.line} ended with ${this.child.exitCode}\n${this.output}`);
				return found ?? undefined;
			},
			() => this.output,
		);
	}

	/** Waits until it has started a process whose command line has this in it. */
	async starts(part: string): Promise<void> {
		await until(
			`${this.line} starts ${part}`,
			PATIENCE_MS,
			() => this.descendants().some(({ command }) => command.includes(part)) || undefined,
			() => this.output,
		);
	}

	/**
	 * Presses Ctrl-C, which a terminal sends to all processes of the group, and waits until everything that was started has
	 * ended.
	 */
	async pressCtrlC(): Promise<void> {
		const started = new Set(this.descendants().map(({ pid }) => pid));
		process.kill(-this.pid, 'SIGINT');
		await this.ended;
		await until('all processes have ended', END_MS, () => {
			const left = processes().filter(({ pid }) => started.has(pid));
			return left.length === 0 || undefined;
		});
	}

	/** Ends what a failed test has left. */
	kill(): void {
		for (const { pid } of this.descendants()) {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It has ended by itself.
			}
		}
	}

	private get pid(): number {
		if (this.child.pid === undefined) throw new Error(`${this.line} did not start`);
		return this.child.pid;
	}

	/** All that it has started, in turn as well, and itself. */
	private descendants(): Process[] {
		const all = processes();
		const found = all.filter(({ pid }) => pid === this.pid);
		for (const parent of found) found.push(...all.filter(({ ppid }) => ppid === parent.pid));
		return found;
	}
}

interface Process {
	pid: number;
	ppid: number;
	command: string;
}

/** The processes of the machine that have not ended. */
function processes(): Process[] {
	const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' }).split('\n');
	return lines.flatMap((line) => {
		const [, pid, ppid, state = '', command = ''] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
		return pid === undefined || state.startsWith('Z')
			? []
			: [{ pid: Number(pid), ppid: Number(ppid), command }];
	});
}
