import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product } from '../http/client.types';
import { parseEndpoint, parseEntry, type Endpoint, type Entry, type WrittenEndpoint } from './endpoint';
import { parseDefinition, type WrittenDefinition } from './notation';
import type { Definition } from './types';

/** What the package knows of one product. */
export interface WrittenCatalogue {
	/** Endpoints by their tag and id. */
	endpoints: Readonly<Record<string, Readonly<Record<string, WrittenEndpoint>>>>;
	types: Readonly<Record<string, WrittenDefinition>>;
}

/** The endpoints of one product, and the types that they name. Each is read when it is first asked for. */
export class Catalogue {
	/** What there is, tag by tag. */
	readonly entries: readonly Entry[];
	private readonly newest = new Map<string, Entry>();
	private readonly byCall = new Map<string, Entry>();
	private readonly endpoints = new Map<string, Endpoint>();
	private readonly definitions = new Map<string, Definition>();

	/** @throws Error when the call of an endpoint cannot be read */
	constructor(private readonly written: WrittenCatalogue) {
		this.entries = Object.entries(written.endpoints).flatMap(([tag, endpoints]) =>
			Object.entries(endpoints).map(([id, endpoint]) => parseEntry(id, tag, endpoint)),
		);
		for (const entry of this.entries) {
			this.byCall.set(`${entry.method} ${entry.path}`, entry);
			const newest = this.newest.get(unversioned(entry));
			if (newest === undefined || newest.version < entry.version) this.newest.set(unversioned(entry), entry);
		}
	}

	/** The newer version of an endpoint; undefined when it is the newest. */
	supersededBy(entry: Entry): Entry | undefined {
		const newest = this.newest.get(unversioned(entry));
		return newest?.id === entry.id ? undefined : newest;
	}

	/**
	 * All that is known of an endpoint.
	 * @throws Error when something in it cannot be read
	 */
	endpoint(entry: Entry): Endpoint {
		return remembered(this.endpoints, entry.id, () => {
			const written = this.written.endpoints[entry.tag]?.[entry.id];
			if (written === undefined) throw new Error(`The catalogue does not hold '${entry.id}'`);
			return parseEndpoint(entry, written);
		});
	}

	/**
	 * What the name of a type stands for.
	 * @throws Error when the catalogue does not define it
	 */
	definition(name: string): Definition {
		return remembered(this.definitions, name, () => {
			const written = this.written.types[name];
			if (written === undefined) throw new Error(`The catalogue does not define '${name}'`);
			return parseDefinition(written);
		});
	}

	/**
	 * Finds the endpoint that a call goes to.
	 * @param method HTTP method
	 * @param path path with its parameters in braces, or filled in
	 */
	find(method: string, path: string): Endpoint | undefined {
		const entry = this.byCall.get(`${method} ${path}`) ?? this.filledIn(method, path);
		return entry && this.endpoint(entry);
	}

	private filledIn(method: string, path: string): Entry | undefined {
		const segments = path.split('/');
		const candidates = this.entries.filter((one) => one.method === method && fits(one.path, segments));
		return candidates.sort(byFewestParameters)[0];
	}
}

const loaded = new Map<Product, Catalogue>();

/** The catalogue of a product; read from the package's data when it is first asked for. */
export function catalogueOf(product: Product): Catalogue {
	return remembered(loaded, product, () => {
		const data = readFileSync(join(__dirname, 'catalogue.json'), 'utf8');
		return new Catalogue((JSON.parse(data) as Record<Product, WrittenCatalogue>)[product]);
	});
}

function remembered<K, V>(known: Map<K, V>, key: K, read: () => V): V {
	const value = known.get(key) ?? read();
	known.set(key, value);
	return value;
}

/** What the versions of an endpoint have in common. */
function unversioned({ method, path }: Entry): string {
	return `${method} ${path.replace(/\/v\d+\//, '/').replace(/\{\w+\}/g, '{}')}`;
}

function fits(template: string, segments: string[]): boolean {
	const parts = template.split('/');
	return (
		parts.length === segments.length &&
		parts.every((part, index) => part.startsWith('{') || part === segments[index])
	);
}

/** `/users/lastLogins` is rather a list of its own than the user 'lastLogins'. */
function byFewestParameters(a: Entry, b: Entry): number {
	return a.path.split('{').length - b.path.split('{').length;
}
