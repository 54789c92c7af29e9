import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** What `measure.ts` prints. */
export interface Measurement {
	/** Resident set size before the file, in bytes. */
	idleBytes: number;
	/** Highest resident set size while the file was streamed, in bytes. */
	peakBytes: number;
	/** The difference of the two. */
	raisedBytes: number;
	/** Checksum of the bytes that arrived, in hex. */
	sha256: string;
	/** Checksum of the bytes that were sent, in hex. */
	expectedSha256: string;
}

/**
 * Runs one measurement in a process of its own.
 * @param bytes size of the file
 * @param sandboxUrl a running sandbox in another process than the measured one
 */
export async function measure(
	direction: 'download' | 'upload',
	bytes: number,
	sandboxUrl: string,
): Promise<Measurement> {
	const script = join(__dirname, 'measure.ts');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--expose-gc', '--import', 'tsx', script, direction, String(bytes), sandboxUrl],
		{ env: { ...process.env, NODE_OPTIONS: '' } },
	);
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measurement;
}
