/**
 * Writes `sbom.cdx.json` (CycloneDX): this package and everything that comes with it at run time, in the versions of the
 * lockfile. npm makes it, of a copy of package.json that names nothing but run-time dependencies.
 *
 * Usage: npm run sbom [-- <file>]
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [file = 'sbom.cdx.json'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-sbom-'));
const npm = (...args) =>
	execFileSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
try {
	for (const name of ['package.json', 'package-lock.json']) cpSync(name, join(folder, name));
	npm('pkg', 'delete', 'devDependencies', 'peerDependencies');
	// Takes out of the lockfile what nothing needs any more, and asks no registry for that.
	npm('install', '--package-lock-only', '--offline', '--ignore-scripts', '--no-audit', '--no-fund');
	const bom = npm('sbom', '--package-lock-only', '--sbom-format=cyclonedx');
	writeFileSync(file, bom);
	const components = JSON.parse(bom).components.map(({ purl }) => purl);
	process.stdout.write(`${file}: ${components.join(', ')}\n`);
} finally {
	rmSync(folder, { recursive: true, force: true });
}
