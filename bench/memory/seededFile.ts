import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

const BLOCK_BYTES = 1024 * 1024;

/**
 * A file whose bytes follow from its size, as a stream: one block over and over, so that making it costs nothing.
 * @param bytes length in bytes
 */
export function seededFile(bytes: number): Readable {
	const block = Buffer.alloc(BLOCK_BYTES, createHash('sha512').update('seed').digest('hex'));
	let missing = bytes;
	return new Readable({
		read() {
			if (missing <= 0) return void this.push(null);
			const chunk = block.subarray(0, Math.min(missing, block.length));
			missing -= chunk.length;
			this.push(chunk);
		},
	});
}
