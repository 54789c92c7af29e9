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

/** A request as the code makes it, with a path in backticks, or as its `Source:` names it. */
const REQUEST = /\b(GET|POST|PUT|PATCH|DELETE)(?:`([^`]+)`| (\/[^\s;,]*[^\s;,.]))/g;

/** How many endpoints of a product there are, and how they can be called. */
export interface EndpointCoverage {
	/** Endpoints of the catalogue. */
	known: number;
	/** Those that API > Call can ask the parameters of. */
	callable: number;
	/** Those that operations of their own call. */
	own: number;
}

/** Counts the endpoints of a product. */
export function endpointCoverage(product: Product): EndpointCoverage {
	const catalogue = catalogueOf(product);
	const callable = catalogue.entries.filter((entry) => {
		try {
			return Array.isArray(parametersOf(catalogue.endpoint(entry), catalogue));
		} catch {
			return false;
		}
	});
	const own = sourcesIn(RESOURCES[product]).flatMap((source) =>
		[...source.replace(/\n\s*\* /g, ' ').matchAll(REQUEST)].map(([, method = '', written, named]) =>
			catalogue.find(method, (written ?? named ?? '').replace(/\$\{[^}]*\}/g, '{}')),
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
