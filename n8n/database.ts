import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { n8nEnvironment } from './environment';
import type { N8nInstallation } from './install';
import { runCommand } from './runCommand';

/**
 * Makes the database of a new n8n, which takes a good part of the first start. It needs no nodes, so that it can be
 * done while they are being built.
 *
 * @param userFolder the N8N_USER_FOLDER of an n8n that is not running yet
 * @throws Error with the end of n8n's output when it fails
 */
export async function prepareDatabase(installation: N8nInstallation, userFolder: string): Promise<void> {
	await mkdir(userFolder, { recursive: true });
	// n8n has no command for this alone; this one is the quickest that needs the database.
	await runCommand(installation.node, [installation.script, 'list:workflow'], {
		cwd: userFolder,
		logFile: join(userFolder, 'database.log'),
		env: n8nEnvironment(installation.node, userFolder, {}),
	});
}
