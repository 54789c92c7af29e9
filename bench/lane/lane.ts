import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureN8n, linesOf } from '../../n8n';
import type { Answer, Outcome, Task } from './protocol';

/** How a lane is set up. */
export interface LaneOptions {
	/** Path of a certificate to trust. */
	caFile?: string;
	/** Further options of Node.js. */
	execArgv?: string[];
}

/**
 * A process in which contenders work, one after the other: n8n's own Node.js and n8n-core, beside the process that
 * serves them.
 */
export class Lane {
	private constructor(private readonly child: ChildProcess) {}

	/** Starts the process. */
	static async start({ caFile, execArgv = [] }: LaneOptions = {}): Promise<Lane> {
		const n8n = await ensureN8n(
			process.env.N8N_VERSION,
			linesOf((line) => process.stderr.write(`${line}\n`)),
		);
		const child = fork(join(__dirname, 'program.ts'), [], {
			execPath: n8n.node,
			execArgv: ['--expose-gc', '--import', 'tsx', ...execArgv],
			env: {
				...process.env,
				NODE_OPTIONS: '',
				BENCH_N8N_FOLDER: n8n.folder,
				...(caFile !== undefined && { NODE_EXTRA_CA_CERTS: caFile }),
			},
		});
		await once(child, 'spawn');
		return new Lane(child);
	}

	/**
	 * Lets a contender do its work once.
	 * @throws Error of the contender, or when the process ends
	 */
	async run(module: string, contender: string, input: object, watchMemory = false): Promise<Outcome> {
		const task: Task = { module, contender, input, watchMemory };
		const answer = await new Promise<Answer>((resolve, reject) => {
			const ended = () => reject(new Error(`The process ended during '${contender}'`));
			this.child.once('exit', ended);
			this.child.once('message', (message) => {
				this.child.off('exit', ended);
				resolve(message as Answer);
			});
			this.child.send(task);
		});
		if ('error' in answer) throw new Error(`${contender}: ${answer.error}`);
		return answer.outcome;
	}

	/** Ends the process. */
	async stop(): Promise<void> {
		if (this.child.exitCode !== null || this.child.signalCode !== null) return;
		const ended = once(this.child, 'exit');
		this.child.disconnect();
		await ended;
	}
}

/** Does something with a lane, and ends it afterwards. */
export async function withLane<T>(options: LaneOptions, use: (lane: Lane) => Promise<T>): Promise<T> {
	const lane = await Lane.start(options);
	try {
		return await use(lane);
	} finally {
		await lane.stop();
	}
}
