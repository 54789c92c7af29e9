import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogue, catalogueOf } from '../../../core/catalogue/catalogue';
import { compact } from '../../../scripts/catalogue/compact';
import { findProblems } from '../../../scripts/catalogue/findProblems';
import { readSource } from '../../../scripts/catalogue/readSource';

const ROOT = join(__dirname, '..', '..', '..');
const DATA = join(ROOT, 'core', 'catalogue', 'catalogue.json');
const PRODUCTS = ['tms', 'languageAi'] as const;

describe('The catalogue', () => {
	test('is what its source says: run `npm run catalogue`', () => {
		expect(readFileSync(DATA, 'utf8') === compact(readSource())).toBe(true);
	});

	test('takes no more than 300 KB in the package', () => {
		expect(statSync(DATA).size).toBeLessThanOrEqual(300_000);
	});

	test.each(PRODUCTS)('of %s defines what it names, once, and uses what it defines', (product) => {
		const source = readSource()[product];

		expect(findProblems(new Catalogue(source), Object.keys(source.types))).toEqual([]);
	});

	test.each(PRODUCTS)('of %s tells endpoints apart by their title or their version', (product) => {
		const catalogue = catalogueOf(product);
		const newest = catalogue.entries.filter((entry) => catalogue.supersededBy(entry) === undefined);
		const names = newest.map(({ tag, title }) => `${tag}: ${title}`);

		expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
	});

	test('finds an endpoint by its path, with parameters in braces or filled in', () => {
		const { find } = bound(catalogueOf('tms'));

		expect(find('GET', '/api2/v1/projects/{projectUid}')?.id).toBe('getProject');
		expect(find('GET', '/api2/v1/projects/mxrnbPQ1c4v8')?.id).toBe('getProject');
		expect(find('GET', '/api2/v1/users/lastLogins')?.id).toBe('user-lastLogins');
		expect(find('PATCH', '/api2/v1/projects/{projectUid}/jobs/{jobUid}')?.id).toBe('patchPart');
		expect(find('GET', '/api2/v9/projects')).toBeUndefined();
	});

	test('knows which endpoints have a newer version', () => {
		const catalogue = catalogueOf('tms');
		const newer = (id: string) => {
			const entry = catalogue.entries.find((one) => one.id === id);
			return entry && catalogue.supersededBy(entry)?.id;
		};

		expect(newer('completedFileV2')).toBe('completedFileV3');
		expect(newer('login')).toBe('loginV3');
		expect(newer('completedFileV3')).toBeUndefined();
		expect(newer('getProject')).toBeUndefined();
	});
});

describe('The calls of the package', () => {
	const calls = sources(['core', 'nodes']).flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\b(GET|POST|PUT|PATCH|DELETE)`([^`]+)`/g)].map(
			([, method = '', path = '']) => ({ file, method, path: path.replace(/\$\{[^}]+\}/g, '{}') }),
		),
	);

	test('are found', () => {
		expect(calls.length).toBeGreaterThan(50);
	});

	/** Endpoints whose newer version cannot do the same. */
	const STILL_NEEDED = [
		'DELETE /api2/v1/projects/{}/jobs/translations',
		'DELETE /api2/v1/transMemories/{}/segments',
	];

	test('are in the catalogue, in their newest version', () => {
		// The registers of an organization share their calls; what they call is in their `Source:`.
		const ofOne = calls.filter(({ path }) => !path.startsWith('/api2/v1/{}'));
		const old = ofOne.filter(({ method, path }) => {
			if (STILL_NEEDED.includes(`${method} ${path}`)) return false;
			const catalogue = catalogueOf(path.startsWith('/api2/') ? 'tms' : 'languageAi');
			const endpoint = catalogue.find(method, path);
			return endpoint === undefined || catalogue.supersededBy(endpoint) !== undefined;
		});

		expect(old).toEqual([]);
	});
});

function bound(catalogue: Catalogue): Pick<Catalogue, 'find'> {
	return { find: catalogue.find.bind(catalogue) };
}

function sources(folders: string[]): string[] {
	return folders.flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
			.filter((name) => name.endsWith('.ts'))
			.map((name) => join(ROOT, folder, name)),
	);
}
