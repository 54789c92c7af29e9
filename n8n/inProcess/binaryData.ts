import { home } from './home';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Container } from '@n8n/di';
import { BinaryDataConfig, BinaryDataService } from 'n8n-core';
import type { IBinaryData } from 'n8n-workflow';

let started: Promise<void> | undefined;

/** Makes n8n-core keep binary data on disk, in this process's own home. */
export async function startBinaryData(): Promise<void> {
	started ??= (async () => {
		Container.get(BinaryDataConfig).localStoragePath = join(home, 'binaryData');
		await Container.get(BinaryDataService).init();
	})();
	await started;
}

/** Stores bytes as the binary field of an item, on disk. */
export async function storeBinary(
	content: Buffer | Readable,
	{ fileName = 'file.txt', mimeType = 'text/plain' } = {},
): Promise<IBinaryData> {
	await startBinaryData();
	return await Container.get(BinaryDataService).store(
		{ type: 'execution', workflowId: 'workflow', executionId: '1' },
		content,
		{ data: '', fileName, mimeType },
	);
}

/** Opens a binary field of an item. */
async function openBinary(binary: IBinaryData | undefined): Promise<Readable> {
	if (!binary?.id) throw new Error('The item has no binary data on disk');
	return await Container.get(BinaryDataService).getAsStream(binary.id);
}

/** Reads a binary field of an item. */
export async function readBinary(binary: IBinaryData | undefined): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of (await openBinary(binary)) as AsyncIterable<Buffer>) chunks.push(chunk);
	return Buffer.concat(chunks);
}

/** SHA-256 of a binary field, in hex, without holding it in memory. */
export async function hashBinary(binary: IBinaryData | undefined): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of (await openBinary(binary)) as AsyncIterable<Buffer>) hash.update(chunk);
	return hash.digest('hex');
}
