import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { packageJson, ROOT } from '../../support/shipped';

/** Variables that come from npm or jest, or would set up n8n: what runs there has its own. */
const OURS = /^(npm_|N8N_|JEST_|E2E_|XDG_|NODE_ENV$|NODE_OPTIONS$|INIT_CWD$)/i;

/**
 * A place that is as somebody finds it who has never seen the package: an empty home, an empty folder to work in. `git clone`
 * of the package's address gets the files of this clone, what is not committed included. Only what is expensive to download,
 * and from where, is the machine's: n8n, npm's cache and its registry.
 */
export class CleanPlace {
	private readonly top = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-readme-'));

	readonly home = this.made('home');
	readonly work = this.made('work');
	/** For temporary files of what runs there. */
	readonly temporary = this.made('tmp');
	readonly clone = join(this.work, 'n8n-nodes-phrase');
	readonly env: NodeJS.ProcessEnv;

	constructor() {
		const origin = this.made('origin');
		const git = (...args: string[]) => execFileSync('git', args, { cwd: origin, encoding: 'utf8' });
		const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
		const files = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\0').filter(Boolean);
		for (const file of new Set(files)) {
			mkdirSync(dirname(join(origin, file)), { recursive: true });
			// A file that has been deleted and not committed so is not there any more.
			cpSync(join(ROOT, file), join(origin, file), { force: true, errorOnExist: false });
		}
		git('init', '--quiet');
		git('add', '--all');
		git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'All');

		const { npm_config_cache = join(homedir(), '.npm'), N8N_NODES_PHRASE_CACHE } = process.env;
		this.env = {
			...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OURS.test(name))),
			// Without the tools of this clone.
			PATH: process.env.PATH?.split(delimiter)
				.filter((folder) => !folder.includes('node_modules'))
				.join(delimiter),
			HOME: this.home,
			TMPDIR: this.temporary,
			CI: 'true',
			npm_config_cache,
			npm_config_userconfig: join(homedir(), '.npmrc'),
			npm_config_update_notifier: 'false',
			N8N_NODES_PHRASE_CACHE: N8N_NODES_PHRASE_CACHE ?? join(homedir(), '.cache', 'n8n-nodes-phrase'),
			GIT_CONFIG_COUNT: '1',
			GIT_CONFIG_KEY_0: `url.${origin}.insteadOf`,
			GIT_CONFIG_VALUE_0: packageJson().repository.url.replace(/^git\+/, ''),
		};
	}

	/** What programs of this package have left in the folder for temporary files. */
	leftBehind(): string[] {
		return readdirSync(this.temporary).filter((name) => name.startsWith('n8n-nodes-phrase-'));
	}

	remove(): void {
		rmSync(this.top, { recursive: true, force: true, maxRetries: 10 });
	}

	private made(name: string): string {
		const folder = join(this.top, name);
		mkdirSync(folder);
		return folder;
	}
}
