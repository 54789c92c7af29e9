import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import type { N8nClient, N8nExecution } from '../n8n';

const OUTPUT = resolve(__dirname, 'output');

/** A translated file that has arrived and has been saved. */
export interface SavedFile {
	/** Path, from the folder that the demo runs in. */
	path: string;
	/** Bytes. */
	size: number;
	/** Hexadecimal. */
	sha256: string;
}

/** Removes what an earlier run has saved. */
export async function clearOutput(): Promise<void> {
	await rm(OUTPUT, { recursive: true, force: true });
}

/**
 * Saves a translated file that a node has put out, after comparing it with the one that the sandbox made.
 *
 * @param from where n8n has it: index of the item
 * @param expected what the sandbox made: its SHA-256, hexadecimal
 * @param folder folders below demo/output to save it in
 * @throws Error when n8n has other bytes than the sandbox made
 */
export async function saveFile(
	n8n: N8nClient,
	from: { execution: N8nExecution; node: string; index: number },
	expected: { sha256: string },
	folder: string[],
): Promise<SavedFile> {
	const file = from.execution.file(from.node, 'data', from.index);
	const bytes = await n8n.download(file);
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const name = basename(file.fileName ?? 'file');
	if (sha256 !== expected.sha256) {
		throw new Error(`${name} has the SHA-256 ${sha256} in n8n, but ${expected.sha256} in the sandbox`);
	}
	const path = join(OUTPUT, ...folder, name);
	await mkdir(join(OUTPUT, ...folder), { recursive: true });
	await writeFile(path, bytes);
	return { path: relative(process.cwd(), path), size: bytes.length, sha256 };
}
