import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A line of n8n that the package supports; each has a pinned version in `versions/`. */
export type N8nLine = '2.41' | '1.123';

const LINES: readonly N8nLine[] = ['2.41', '1.123'];

export interface PinnedN8n {
	line: N8nLine;
	/** Exact version of n8n, such as 2.41.1. */
	version: string;
	/** Folder with the package.json and package-lock.json that pin it. */
	manifestFolder: string;
	/** Folder outside the clone that holds, or will hold, the installation; another lock file means another folder. */
	folder: string;
}

/**
 * Describes the pinned n8n of a line.
 *
 * @param line the line; without it, the one that the environment variable N8N_VERSION names, or the newest
 * @throws Error when N8N_VERSION names a line that is not pinned here
 */
export function pinnedN8n(line: string = process.env.N8N_VERSION ?? '2.41'): PinnedN8n {
	const known = LINES.find((candidate) => candidate === line);
	if (known === undefined) throw new Error(`No n8n ${line} here: N8N_VERSION can be ${LINES.join(' or ')}`);
	const manifestFolder = join(__dirname, 'versions', known);
	const manifest = JSON.parse(readFileSync(join(manifestFolder, 'package.json'), 'utf8')) as {
		dependencies: { n8n: string };
	};
	const version = manifest.dependencies.n8n;
	const lock = createHash('sha256')
		.update(readFileSync(join(manifestFolder, 'package-lock.json')))
		.digest('hex');
	return {
		line: known,
		version,
		manifestFolder,
		folder: join(cacheFolder(), `n8n-${version}-${lock.slice(0, 12)}`),
	};
}

/** Folder for everything that is expensive to get; N8N_NODES_PHRASE_CACHE moves it. */
function cacheFolder(): string {
	return process.env.N8N_NODES_PHRASE_CACHE ?? join(homedir(), '.cache', 'n8n-nodes-phrase');
}
