import type { Catalogue } from './catalogue';
import type { Format, Member, Type } from './types';

/** Which members an example has. */
export type ExampleMembers = 'all' | 'required';

/** Where an example is being made. */
interface Place {
	definitions: Pick<Catalogue, 'definition'>;
	members: ExampleMembers;
	/** Names of the types around. */
	within: readonly string[];
}

const TEXTS: Record<Format, string> = {
	'date-time': '2026-01-31T12:00:00Z',
	uri: 'https://example.com',
	'file-name': "attachment; filename*=UTF-8''example.txt",
};

/**
 * Makes a value that a type allows: defaults where there are any, the first of a choice, one entry in a list.
 * Where a type would be within itself, an optional member is left out and a list is empty.
 *
 * @param definitions - define the types that are named
 * @returns JSON; undefined for a file
 * @throws Error when a type is not defined
 */
export function exampleOf(
	type: Type,
	definitions: Pick<Catalogue, 'definition'>,
	members: ExampleMembers = 'all',
): unknown {
	return valueOf(type, { definitions, members, within: [] });
}

/**
 * Makes an object of members, such as a query, in the same way.
 *
 * @throws Error when a type is not defined
 */
export function exampleOfMembers(
	members: readonly Member[],
	definitions: Pick<Catalogue, 'definition'>,
	which: ExampleMembers = 'all',
): Record<string, unknown> {
	return objectOf(members, { definitions, members: which, within: [] });
}

function valueOf(type: Type, place: Place): unknown {
	switch (type.kind) {
		case 'string':
			return type.format ? TEXTS[type.format] : textOf(type);
		case 'integer':
		case 'number':
			return Math.min(Math.max(1, type.min ?? 1), type.max ?? Infinity);
		case 'boolean':
			return false;
		case 'choice':
			return type.values[0];
		case 'list':
			return listOf(type, place);
		case 'page':
			return pageOf(type.of, place);
		case 'named':
			return namedOf(type.name, place);
		case 'object':
			return {};
		case 'file':
			return undefined;
	}
}

function textOf({ min = 0, max = Infinity }: { min?: number; max?: number }): string {
	return 'string'.padEnd(min, '-').slice(0, max);
}

function listOf({ of, min = 0 }: { of: Type; min?: number }, place: Place): unknown[] {
	if (min === 0 && isAround(of, place)) return [];
	return Array.from({ length: Math.max(1, min) }, () => valueOf(of, place));
}

function pageOf(of: Type, place: Place): unknown {
	const content = listOf({ of }, place);
	return {
		totalElements: content.length,
		totalPages: 1,
		pageSize: 50,
		pageNumber: 0,
		numberOfElements: content.length,
		content,
	};
}

function namedOf(name: string, place: Place): unknown {
	const definition = place.definitions.definition(name);
	const inside = { ...place, within: [...place.within, name] };
	switch (definition.kind) {
		case 'alias':
			return valueOf(definition.type, inside);
		case 'members':
			return objectOf(definition.members, inside);
		case 'variants': {
			const [[value, type] = []] = Object.entries(definition.variants);
			if (type === undefined) throw new Error(`'${name}' has no variant`);
			return { ...(valueOf(type, inside) as object), [definition.by]: value };
		}
	}
}

function objectOf(members: readonly Member[], place: Place): Record<string, unknown> {
	const given = members.filter(
		({ required, type }) => required || (place.members === 'all' && !isAround(type, place)),
	);
	return Object.fromEntries(
		given.map(({ name, type, default: value }) => [name, value ?? valueOf(type, place)]),
	);
}

function isAround(type: Type, { within }: Place): boolean {
	return type.kind === 'named' && within.includes(type.name);
}
