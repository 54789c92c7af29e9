import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { npm } from './npm';
import { installedNodes } from './pack';

/** Top of this clone. */
const ROOT = resolve(__dirname, '..');

/** The nodes of this clone in an n8n that reads them again when they change (its variable N8N_DEV_RELOAD). */
export class ReloadedNodes {
	private readonly folder: string;

	/**
	 * @param userFolder the N8N_USER_FOLDER of that n8n
	 * @param logFile gets what the builds print
	 */
	constructor(
		userFolder: string,
		private readonly logFile: string,
	) {
		this.folder = installedNodes(userFolder);
	}

	/**
	 * Builds the nodes and puts them where an n8n that is not running yet looks for community nodes. What they need at
	 * run time is that of the clone, and nothing else of the clone is: n8n brings what it shares with nodes.
	 *
	 * @throws Error with the end of the output when the build fails
	 */
	async install(): Promise<void> {
		await this.build();
		const manifest = await readFile(join(ROOT, 'package.json'), 'utf8');
		const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
		await mkdir(join(this.folder, 'node_modules'), { recursive: true });
		await cp(join(ROOT, 'package.json'), join(this.folder, 'package.json'));
		for (const name of Object.keys(dependencies))
			await symlink(join(ROOT, 'node_modules', name), join(this.folder, 'node_modules', name), 'junction');
		await this.copyChanged();
	}

	/**
	 * Builds the nodes once more, and gives n8n what is different then.
	 *
	 * @throws Error with the end of the output when the build fails; n8n goes on with what it has
	 */
	async update(): Promise<void> {
		await this.build();
		await this.copyChanged();
	}

	private async build(): Promise<void> {
		await npm(['exec', '--', 'gulp', 'rebuild'], { cwd: ROOT, logFile: this.logFile });
	}

	/**
	 * A copy, since n8n forgets modules by the path that it watches, and Node knows a module behind a link by another one.
	 * Files that have not changed stay, since n8n reads all again for each that it sees change.
	 */
	private async copyChanged(): Promise<void> {
		await cp(join(ROOT, 'dist'), join(this.folder, 'dist'), {
			recursive: true,
			filter: async (from, to) => !(await areEqual(from, to)),
		});
	}
}

/** Whether both are files with the same content. */
async function areEqual(one: string, other: string): Promise<boolean> {
	try {
		const [first, second] = await Promise.all([readFile(one), readFile(other)]);
		return first.equals(second);
	} catch {
		return false; // a folder, or not there yet
	}
}
