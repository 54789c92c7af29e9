import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import type { WrittenCatalogue } from '../../core/catalogue/catalogue';
import type { WrittenEndpoint } from '../../core/catalogue/endpoint';
import type { WrittenDefinition } from '../../core/catalogue/notation';
import type { Product } from '../../core/http/client.types';

/** Where the endpoints of a product are written down, one file for each tag. */
const SOURCE = join(__dirname, '..', '..', 'catalogue');
const FOLDERS: Record<Product, string> = { tms: 'tms', languageAi: 'language-ai' };

/** One file of the source. */
interface SourceFile {
	/** Phrase's group of endpoints; none in the file of the types that several share. */
	tag?: string;
	endpoints?: Record<string, WrittenEndpoint>;
	types?: Record<string, WrittenDefinition>;
}

/**
 * Reads the source of the catalogue.
 * @throws Error when two files define the same tag or type
 */
export function readSource(): Record<Product, WrittenCatalogue> {
	return { tms: readProduct(FOLDERS.tms), languageAi: readProduct(FOLDERS.languageAi) };
}

function readProduct(folder: string): WrittenCatalogue {
	const endpoints: Record<string, Record<string, WrittenEndpoint>> = {};
	const types: Record<string, WrittenDefinition> = {};
	for (const name of readdirSync(join(SOURCE, folder)).sort()) {
		const file = parse(readFileSync(join(SOURCE, folder, name), 'utf8')) as SourceFile;
		if (file.tag !== undefined) {
			if (file.tag in endpoints) throw new Error(`${name}: another file has the tag '${file.tag}'`);
			endpoints[file.tag] = file.endpoints ?? {};
		}
		for (const [type, definition] of Object.entries(file.types ?? {})) {
			if (type in types) throw new Error(`${basename(name)}: another file defines '${type}'`);
			types[type] = definition;
		}
	}
	return { endpoints, types };
}
