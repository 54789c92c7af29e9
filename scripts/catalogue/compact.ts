import type { WrittenCatalogue } from '../../core/catalogue/catalogue';
import type { Product } from '../../core/http/client.types';

/**
 * Writes the catalogue as the package holds it: JSON with one endpoint or type on a line, so that a change of one shows
 * as a change of one.
 */
export function compact(source: Record<Product, WrittenCatalogue>): string {
	const products = object(
		source,
		({ endpoints, types }) => `{"endpoints":${object(endpoints, lines)},"types":${lines(types)}}`,
	);
	return `${products}\n`;
}

function object<T>(value: Readonly<Record<string, T>>, write: (member: T) => string): string {
	const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${write(member)}`);
	return `{${members.join(',')}}`;
}

function lines(value: Readonly<Record<string, unknown>>): string {
	const members = Object.entries(value).map(
		([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`,
	);
	return `{\n${members.join(',\n')}\n}`;
}
