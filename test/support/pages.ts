import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './shipped';

/** Every page that people read, relative to the root. */
export const MARKDOWN = [
	...['', 'docs'].flatMap((folder) =>
		readdirSync(join(ROOT, folder))
			.filter((name) => name.endsWith('.md'))
			.map((name) => join(folder, name)),
	),
	...['bench', 'catalogue', 'sandbox', 'workflows'].map((folder) => join(folder, 'README.md')),
];
