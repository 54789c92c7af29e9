import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { publicNames } from './publicNames';

const ROOT = join(__dirname, '..');

/**
 * The file of what workflows and credentials saved by this version hold, which a test compares later versions with.
 * Once the changelog dates a version, its file stays as it is.
 *
 * @returns undefined when this version is released
 */
export function releasedNames(
	nodes: INodeType[],
	credentials: ICredentialType[],
): { file: string; text: string } | undefined {
	const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
	const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
	if (!changelog.includes(`\n## [${version}] - Unreleased\n`)) return undefined;
	// A line for each operation, so that a change shows where it is.
	const lines = Object.entries(publicNames(nodes, credentials)).map(
		([what, parameters]) => `${JSON.stringify(what)}: ${JSON.stringify(parameters)}`,
	);
	return {
		file: join(ROOT, 'test', 'released', `${version}.json`),
		text: `{\n${lines.join(',\n')}\n}\n`,
	};
}
