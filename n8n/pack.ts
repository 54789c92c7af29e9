import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { npm } from './npm';
import { elapsed, type Report } from './progress';

/** Top of this clone. */
const ROOT = resolve(__dirname, '..');

/**
 * Builds the package and packs it as it would be published.
 *
 * @param folder an existing folder for the tarball and the log
 * @returns path of the tarball
 * @throws Error with the end of the output when the build or npm fails
 */
export async function packNodes(folder: string, report: Report): Promise<string> {
	const options = { cwd: ROOT, logFile: join(folder, 'pack.log') };
	await elapsed('building the nodes', report, async () => {
		await npm(['run', 'build'], options);
	});
	await elapsed('packing the nodes', report, async () => {
		await npm(['pack', '--ignore-scripts', '--pack-destination', folder], options);
	});
	const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
	if (tarball === undefined) throw new Error(`npm pack made no tarball in ${folder}`);
	return join(folder, tarball);
}

/** Folder of the package in an n8n that has it installed. */
export function installedNodes(userFolder: string): string {
	return join(userFolder, '.n8n', 'nodes', 'node_modules', 'n8n-nodes-phrase');
}

/**
 * Installs a tarball of the package where n8n looks for community nodes, as its manual installation does.
 *
 * @param tarball path of what {@link packNodes} made
 * @param userFolder the N8N_USER_FOLDER of an n8n that is not running yet
 * @throws Error with the end of npm's output when it fails
 */
export async function installNodes(tarball: string, userFolder: string, report: Report): Promise<void> {
	const folder = join(userFolder, '.n8n', 'nodes');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'installed-nodes', private: true }));
	// n8n itself provides n8n-workflow: without --legacy-peer-deps npm would install a second one.
	const args = ['install', tarball, '--ignore-scripts', '--legacy-peer-deps', '--prefer-offline'];
	await elapsed('installing the nodes', report, async () => {
		await npm(args, { cwd: folder, logFile: join(folder, 'install.log') });
	});
}
