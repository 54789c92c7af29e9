import type { IDataObject } from 'n8n-workflow';

/** What n8n's editor reads of a JSON schema: the type of each member, and no value of any. */
export interface Schema {
	type: 'array' | 'boolean' | 'null' | 'number' | 'object' | 'string';
	/** Members of an object, in the order in which they come. */
	properties?: Record<string, Schema>;
	/** What is in an array; missing when all of them were empty. */
	items?: Schema;
}

/** The schema of the items of one operation together. */
export function schemaOf(items: IDataObject[]): Schema {
	return items.map(typeOf).reduce(both, { type: 'object', properties: {} });
}

function typeOf(value: unknown): Schema {
	if (value === null) return { type: 'null' };
	if (Array.isArray(value)) {
		const [first, ...others] = value.map(typeOf);
		return first === undefined ? { type: 'array' } : { type: 'array', items: others.reduce(both, first) };
	}
	if (typeof value === 'object') {
		const members = Object.entries(value).filter(([, member]) => member !== undefined);
		return {
			type: 'object',
			properties: Object.fromEntries(members.map(([name, member]) => [name, typeOf(member)])),
		};
	}
	if (typeof value === 'number' || typeof value === 'boolean') return { type: typeof value as 'number' };
	return { type: 'string' };
}

/**
 * One schema for the values of both. The editor shows one type of each member, so of two that differ the first counts,
 * and any other than null.
 */
function both(one: Schema, other: Schema): Schema {
	if (one.type === 'null') return other;
	if (one.type !== other.type) return one;
	if (one.type === 'array') {
		const items = one.items && other.items ? both(one.items, other.items) : (one.items ?? other.items);
		return { type: 'array', ...(items && { items }) };
	}
	if (one.type !== 'object') return one;
	const properties = { ...one.properties };
	for (const [name, schema] of Object.entries(other.properties ?? {})) {
		const known = properties[name];
		properties[name] = known === undefined ? schema : both(known, schema);
	}
	return { type: 'object', properties };
}
