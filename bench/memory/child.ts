import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sandbox } from '../../sandbox';

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
 * @param sandbox a running one, in another process than the measured one
 * @param node path of the Node.js to measure in
 */
export async function measure(
	direction: 'download' | 'upload',
	bytes: number,
	sandbox: Pick<Sandbox, 'url' | 'caFile'>,
	node = process.execPath,
): Promise<Measurement> {
	const script = join(__dirname, 'measure.ts');
	const { stdout } = await promisify(execFile)(
		node,
		['--expose-gc', '--import', 'tsx', script, direction, String(bytes), sandbox.url],
		{ env: { ...process.env, NODE_OPTIONS: '', NODE_EXTRA_CA_CERTS: sandbox.caFile } },
	);
	return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measurement;
}
