import { existsSync } from 'node:fs';
import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { lock } from 'proper-lockfile';
import { nodeFor, nodeHeaders } from './nodeBinary';
import { npm } from './npm';
import { elapsed, type Report } from './progress';
import { pinnedN8n, type PinnedN8n } from './versions';

/** An n8n that can be started. */
export interface N8nInstallation extends PinnedN8n {
	/** Node.js executable to run it with. */
	node: string;
	/** The `n8n` command's script. */
	script: string;
}

/** The longest that one run waits while another one installs the same n8n. */
const WAIT_FOR_OTHER_RUN = { retries: 1800, factor: 1, minTimeout: 1000, maxTimeout: 1000 };

/**
 * Makes sure that the pinned n8n is in the cache. The first time takes several minutes and about 3 GB;
 * after that it is there at once. Runs at the same moment do the work only once.
 *
 * @param line the line of n8n; see {@link pinnedN8n}
 * @param report hears what goes on, about once a second
 * @throws Error when the installation fails: nothing half-done stays in the cache
 */
export async function ensureN8n(line: string | undefined, report: Report): Promise<N8nInstallation> {
	const pinned = pinnedN8n(line);
	if (!existsSync(pinned.folder)) {
		const cache = dirname(pinned.folder);
		await mkdir(cache, { recursive: true });
		report(`n8n ${pinned.version}: waiting for the cache`);
		const release = await lock(cache, { lockfilePath: `${pinned.folder}.lock`, retries: WAIT_FOR_OTHER_RUN });
		try {
			if (!existsSync(pinned.folder)) await install(pinned, report);
		} finally {
			await release();
		}
	}
	return {
		...pinned,
		node: nodeFor(pinned.folder),
		script: join(pinned.folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

/** Installs beside the final folder and moves the result there: the final folder is complete whenever it exists. */
async function install(pinned: PinnedN8n, report: Report): Promise<void> {
	const folder = `${pinned.folder}.partial`;
	const logFile = `${pinned.folder}.log`;
	const options = { cwd: folder, logFile };
	// A run that was killed may have left its part.
	await rm(folder, { recursive: true, force: true });
	try {
		await cp(pinned.manifestFolder, folder, { recursive: true });
		await elapsed(`n8n ${pinned.version}: downloading (about 3 GB, once)`, report, async () => {
			await npm(['ci', '--ignore-scripts', '--prefer-offline'], options);
		});
		// Of all native modules only the database driver is needed and has no prebuilt binary in its package.
		await elapsed(`n8n ${pinned.version}: building its database driver`, report, async () => {
			const headers = nodeHeaders(folder);
			const env = { ...process.env, ...(headers !== undefined && { npm_config_nodedir: headers }) };
			await npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { ...options, env });
		});
		await rename(folder, pinned.folder);
		await rm(logFile, { force: true });
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
