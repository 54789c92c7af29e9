import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

const BLOCK_BYTES = 1024 * 1024;
/** How far apart the places are at which a block tells which one it is, in bytes. */
const PAGE_BYTES = 4096;

/**
 * A file whose bytes follow from its size, as a stream. No page of it is like another one, so that a page in the wrong
 * place changes its checksum; making it costs next to nothing.
 * @param bytes length in bytes
 */
export function seededFile(bytes: number): Readable {
	const block = Buffer.alloc(BLOCK_BYTES, createHash('sha512').update('seed').digest('hex'));
	let missing = bytes;
	const next = () => {
		const numbered = Buffer.from(block);
		for (let page = 0; page < BLOCK_BYTES; page += PAGE_BYTES) numbered.write(String(missing - page), page);
		return numbered;
	};
	return new Readable({
		read() {
			if (missing <= 0) return void this.push(null);
			const chunk = next().subarray(0, Math.min(missing, BLOCK_BYTES));
			missing -= chunk.length;
			this.push(chunk);
		},
	});
}
