import { startSandbox } from '../../sandbox';
import { measure } from './child';

const MIB = 1024 * 1024;

/** Measures by how much a large file raises the memory of the process that streams it; see `measure.ts`. */
export async function measureFiles(): Promise<void> {
	const sandbox = await startSandbox();
	try {
		for (const [direction, bytes] of [
			['download', 512 * MIB],
			['upload', 256 * MIB],
		] as const) {
			const { raisedBytes, sha256, expectedSha256 } = await measure(direction, bytes, sandbox.url);
			const right = sha256 === expectedSha256 ? 'the right bytes' : 'WRONG BYTES';
			console.log(
				`${direction} of ${bytes / MIB} MiB: memory rose by ${(raisedBytes / MIB).toFixed(0)} MiB, ${right}`,
			);
		}
	} finally {
		await sandbox.close();
	}
}
