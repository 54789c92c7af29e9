import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod/v4';
import { onFirstUse } from './onFirstUse';

const packageSchema = onFirstUse(() =>
	z.object({ name: z.string(), version: z.string(), homepage: z.string() }),
);

let userAgent: string | undefined;

/**
 * The `User-Agent` header: Phrase asks for one that names the application, with a way to reach its makers.
 * Source: info block of the TMS OpenAPI document.
 */
export function getUserAgent(): string {
	userAgent ??= describe(findPackageFile(__dirname));
	return userAgent;
}

function describe(file: string): string {
	const { name, version, homepage } = packageSchema().parse(JSON.parse(readFileSync(file, 'utf8')));
	return `${name}/${version} (+${homepage})`;
}

/** The package's own file lies at another depth in the sources than in `dist`. */
function findPackageFile(directory: string): string {
	const file = join(directory, 'package.json');
	return existsSync(file) ? file : findPackageFile(dirname(directory));
}
