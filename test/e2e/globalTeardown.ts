import { rm } from 'node:fs/promises';

/** Stops n8n and removes everything it stored. */
export default async function globalTeardown(): Promise<void> {
	const started = globalThis.startedN8n;
	if (started === undefined) return;
	await started.server.stop();
	await rm(started.folder, { recursive: true, force: true });
}
