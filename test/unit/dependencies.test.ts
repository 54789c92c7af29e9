import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageJson, ROOT } from '../support/shipped';

interface Locked {
	version: string;
	license?: string;
	dev?: boolean;
	hasInstallScript?: boolean;
	dependencies?: Record<string, string>;
}

const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
	packages: Record<string, Locked & { devDependencies?: Record<string, string> }>;
};

/** What may be linked with this package, and what its developers may use without a lawyer. */
const LICENCES = ['MIT', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'BlueOak-1.0.0'];

/** n8n itself, which is under its own licence, and whose linter and libraries test these nodes. */
const FROM_N8N = ['@n8n/eslint-plugin-community-nodes', 'n8n-core', 'n8n-workflow'];

describe('what comes with the package', () => {
	const atRunTime = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);

	it('is undici and zod alone, both under MIT, without scripts and dependencies of their own', () => {
		const { dependencies } = packageJson();
		expect(Object.keys(dependencies)).toEqual(['undici', 'zod']);
		expect(
			atRunTime.map(([path, { version, license, hasInstallScript = false, dependencies: others = {} }]) => ({
				path,
				version,
				license,
				hasInstallScript,
				others,
			})),
		).toEqual(
			Object.entries(dependencies).map(([name, version]) => ({
				path: `node_modules/${name}`,
				version,
				license: 'MIT',
				hasInstallScript: false,
				others: {},
			})),
		);
	});

	it('is what the bill of materials of a release names', () => {
		const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-phrase-bom-'));
		const file = join(folder, 'sbom.cdx.json');
		try {
			execFileSync(process.execPath, ['scripts/sbom.mjs', file], { cwd: ROOT });
			const { bomFormat, components } = JSON.parse(readFileSync(file, 'utf8')) as {
				bomFormat: string;
				components: Array<{ purl: string; licenses: unknown }>;
			};
			expect(bomFormat).toBe('CycloneDX');
			expect(components.map(({ purl }) => purl)).toEqual(
				Object.entries(packageJson().dependencies).map(([name, version]) => `pkg:npm/${name}@${version}`),
			);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	});
});

it('developers use what is under a free licence, and n8n', () => {
	const others = Object.keys(packages['']?.devDependencies ?? {}).filter((name) => {
		const { license = '' } = packages[`node_modules/${name}`] ?? {};
		return !LICENCES.includes(license) && !FROM_N8N.includes(name);
	});
	expect(others).toEqual([]);
});
