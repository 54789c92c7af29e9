/**
 * Loads something as n8n does when it starts, and prints how much processor time that took, in ms.
 *
 * Usage: node --expose-gc load.mjs <folder of an n8n> <what> <where>
 *   package <folder>  an installed package as it comes: n8n reads its lists
 *   unlisted <folder> the same as if it had no lists: n8n loads every node
 *   used <folder>     as it comes, and then every node, as if workflows ran them
 *   node <file>       one node of n8n itself
 */
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** After how long V8's own threads have nothing left to do. */
const SETTLED_MS = 300;

const [n8nFolder, what, where] = process.argv.slice(2);
const load = createRequire(join(n8nFolder, 'package.json'));
load('reflect-metadata');
load('n8n-workflow');
const { LazyPackageDirectoryLoader, PackageDirectoryLoader } = load('n8n-core');

// What n8n itself left to collect, and the threads that do it, are none of what is measured.
globalThis.gc();
await setTimeout(SETTLED_MS);

const before = process.cpuUsage();
await {
	package: async () => void (await loadPackage(LazyPackageDirectoryLoader)),
	unlisted: async () => void (await loadPackage(PackageDirectoryLoader)),
	used: async () => {
		const loader = await loadPackage(LazyPackageDirectoryLoader);
		for (const name of Object.keys(loader.known.nodes)) loader.getNode(name);
	},
	node: async () => void new (load(where)[basename(where).split('.')[0]])(),
}[what]();
const { user, system } = process.cpuUsage(before);
process.stdout.write(`${(user + system) / 1000}\n`);
process.exit();

/** All credential types are loaded at the start, whatever lists there are. */
async function loadPackage(Loader) {
	const loader = new Loader(where);
	await loader.loadAll();
	for (const name of Object.keys(loader.known.credentials)) loader.getCredential(name);
	return loader;
}
