import { readFileSync } from 'node:fs';
import { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';

const packageSchema = onFirstUse(() => z.object({ version: z.string() }));

/** The first release whose engine puts out what all outputs of a sleeping node hold when its time is over. */
const SINCE = { major: 2, minor: 39 };

const installed = onFirstUse(installedVersion);

/**
 * Whether n8n puts out what all outputs of a sleeping node hold when its time is over, and not the first one only. n8n
 * tells nodes nothing of it, nor of its version; that of its package `n8n-workflow` goes with it.
 */
export function forwardsAllOutputs(version = installed()): boolean {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	return major > SINCE.major || (major === SINCE.major && minor >= SINCE.minor);
}

function installedVersion(): string {
	const file = require.resolve('n8n-workflow/package.json');
	return packageSchema().parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}
