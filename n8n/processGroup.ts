import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** Groups that are still running; none of them may outlive this process. */
const running = new Set<number>();

process.on('exit', () => {
	for (const pid of running) signalGroup(pid, 'SIGKILL');
});

/**
 * Takes charge of a process that was started with `detached: true`, with all that it starts in turn:
 * the whole group is killed when this process exits.
 */
export function adopt(child: ChildProcess): void {
	const { pid } = child;
	if (pid === undefined) return;
	running.add(pid);
	child.once('exit', () => {
		// What the process started may still be there.
		signalGroup(pid, 'SIGKILL');
		running.delete(pid);
	});
}

/**
 * Ends an adopted process and all that it started: politely first, then by force.
 *
 * @param patienceMs milliseconds between the two; 0 for force only
 */
export async function stopGroup(child: ChildProcess, patienceMs: number): Promise<void> {
	const { pid } = child;
	if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	const exited = once(child, 'exit');
	signalGroup(pid, patienceMs === 0 ? 'SIGKILL' : 'SIGTERM');
	const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), patienceMs);
	await exited;
	clearTimeout(force);
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
	try {
		process.kill(-pid, signal);
	} catch (error) {
		// ESRCH: the group has gone already, which is what was wanted.
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
