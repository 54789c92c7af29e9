import { createHash } from 'node:crypto';
import type { N8nClient, N8nExecution } from '../../../n8n';

/** A file as the sandbox describes its own, so that both can be compared. */
export interface FileFacts {
	name: string | undefined;
	/** Bytes. */
	size: number;
	/** Hexadecimal. */
	sha256: string;
}

/** Downloads the file in an item that a node has put out. */
export async function fileOf(
	n8n: N8nClient,
	execution: N8nExecution,
	node: string,
	index = 0,
): Promise<FileFacts> {
	const file = execution.file(node, 'data', index);
	const bytes = await n8n.download(file);
	return {
		name: file.fileName,
		size: bytes.length,
		sha256: createHash('sha256').update(bytes).digest('hex'),
	};
}
