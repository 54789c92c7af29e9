import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueOf } from '../core/catalogue/catalogue';
import { parametersOf } from '../core/catalogue/parameters';
import type { Product } from '../core/http/client.types';

const NODES = join(__dirname, '..', 'nodes');

/** Where the operations of a product make their requests. */
const RESOURCES: Record<Product, string> = {
	tms: join(NODES, 'PhraseTms', 'resources'),
	languageAi: join(NODES, 'PhraseLanguageAi', 'resources'),
};

/** A request as the code makes it: the tag of a method, and a path with what is put into it. */
const REQUEST = /\b(GET|POST|PUT|PATCH|DELETE)`([^`]+)`/g;

/** How many endpoints of a product there are, and how they can be called. */
export interface EndpointCoverage {
	/** Endpoints of the catalogue. */
	known: number;
	/** Those that API > Call can ask the parameters of. */
	callable: number;
	/** Those that operations of their own call. */
	own: number;
}

/**
 * Counts the endpoints of a product.
 * @throws Error when the catalogue does not define a type
 */
export function endpointCoverage(product: Product): EndpointCoverage {
	const catalogue = catalogueOf(product);
	const callable = catalogue.entries.filter(
		(entry) => parametersOf(catalogue.endpoint(entry), catalogue).length >= 0,
	);
	const own = sourcesIn(RESOURCES[product]).flatMap((source) =>
		[...source.matchAll(REQUEST)].map(([, method = '', path = '']) =>
			catalogue.find(method, path.replace(/\$\{[^}]*\}/g, '{}')),
		),
	);
	return {
		known: catalogue.entries.length,
		callable: callable.length,
		own: new Set(own.flatMap((endpoint) => endpoint?.id ?? [])).size,
	};
}

function sourcesIn(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	return files.filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** The coverage of a product as a sentence. */
export function coverageInWords(name: string, { known, callable, own }: EndpointCoverage): string {
	return `Endpoints of ${name}: ${known} known, ${callable} callable by API > Call, ${own} called by operations of their own.`;
}
