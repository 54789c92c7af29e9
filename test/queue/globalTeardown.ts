import { rm } from 'node:fs/promises';

/** Removes what the set-up has made. */
export default async function globalTeardown(): Promise<void> {
	if (globalThis.packFolder !== undefined) await rm(globalThis.packFolder, { recursive: true, force: true });
}
