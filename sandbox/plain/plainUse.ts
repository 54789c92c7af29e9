import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Member, Type } from '../../core/catalogue/types';
import type { ContractOperation } from '../contract';

/** What an endpoint does with a plain resource. */
export interface PlainUse {
	does: 'list' | 'create' | 'get' | 'update' | 'remove';
	/** The path parameter that names the item; undefined where the path stands for all of them, or for the only one. */
	item?: string;
	/** What an item is, as far as an endpoint shows it. */
	of: Type;
}

/** The endpoints of a path and of the items below it, in every version. */
export interface Family {
	/** Without a version, its parameters as `{}`: `/api2/costCenters`. */
	path: string;
	operations: readonly ContractOperation[];
}

/** Puts the endpoints that are about the same things together. */
export function familiesOf(operations: readonly ContractOperation[]): Family[] {
	const families = new Map<string, ContractOperation[]>();
	for (const operation of operations) {
		const path = familyPath(operation.endpoint.path);
		families.set(path, [...(families.get(path) ?? []), operation]);
	}
	return [...families].map(([path, members]) => ({ path, operations: members }));
}

/**
 * Recognizes the endpoints of a plain resource: those of a path with items below it, such as `…/costCenters` and
 * `…/costCenters/{costCenterUid}`, and those that get and set what a path holds, such as `…/mtSettings`.
 *
 * @param isSeeded - whether there is something to read even if nothing can be changed
 * @returns the uses by operation; none when it is no plain resource
 */
export function plainUses({ operations }: Family, isSeeded: boolean): Map<ContractOperation, PlainUse> {
	const hasItems = operations.some(({ endpoint }) => endpoint.path.endsWith('}'));
	const uses = operations.flatMap((operation) => {
		const use = useOf(operation, hasItems);
		return use ? [{ operation, use }] : [];
	});
	const shown =
		uses.find(({ use }) => use.of !== undefined && use.does === 'get') ??
		uses.find(({ use }) => use.of !== undefined);
	const does = (wanted: Array<PlainUse['does']>) => uses.some(({ use }) => wanted.includes(use.does));
	const isPlain = does(['get', 'list']) && (isSeeded || does(['create', 'update', 'remove']));
	const of = shown?.use.of;
	if (!isPlain || !of) return new Map();
	return new Map(uses.map(({ operation, use }) => [operation, { ...use, of }]));
}

/** Path of the family that a path belongs to. */
export function familyPath(path: string): string {
	return collectionOf(path).replace(/\{\w+\}/g, '{}');
}

/** Path of the collection that a path is of: without its version, and the item at its end. */
export function collectionOf(path: string): string {
	return path.replace(/\/v\d+\//, '/').replace(/\/\{\w+\}$/, '');
}

/** Members of an answer that list what a collection holds: those of a page, or the only list in an object. */
export function listedIn(
	type: Type | undefined,
	catalogue: Catalogue,
): { of: Type; name: string } | undefined {
	if (type?.kind === 'page') return { of: type.of, name: 'content' };
	const lists = membersOf(type, catalogue).filter((member) => member.type.kind === 'list');
	const [list] = lists;
	return lists.length === 1 && list?.type.kind === 'list' ? { of: list.type.of, name: list.name } : undefined;
}

/**
 * Members of a named type.
 *
 * @param value - tells which one of several types it is; the first one when missing
 */
export function membersOf(
	type: Type | undefined,
	catalogue: Catalogue,
	value: Readonly<Record<string, unknown>> = {},
): readonly Member[] {
	if (type?.kind !== 'named') return [];
	const definition = catalogue.definition(type.name);
	switch (definition.kind) {
		case 'alias':
			return membersOf(definition.type, catalogue, value);
		case 'members':
			return definition.members;
		case 'variants': {
			const { by, variants } = definition;
			return membersOf(variants[String(value[by])] ?? Object.values(variants)[0], catalogue);
		}
	}
}

/** @param hasItems - whether there are items below the path, so that it stands for all of them */
function useOf(
	{ endpoint, answer, json, mediaTypes, catalogue }: ContractOperation,
	hasItems: boolean,
): (Omit<PlainUse, 'of'> & { of?: Type }) | undefined {
	const { method, path, starts, open } = endpoint;
	const item = /\/\{(\w+)\}$/.exec(path)?.[1];
	if (starts !== undefined || open || (item === 'jobUid' && !path.endsWith('/jobs/{jobUid}')))
		return undefined;
	const isOne = item !== undefined || !hasItems;
	const listed = listedIn(answer, catalogue)?.of;
	switch (method) {
		case 'GET':
			if (isOne)
				return membersOf(answer, catalogue).length > 0 ? { does: 'get', item, of: answer } : undefined;
			return isNamed(listed, catalogue) ? { does: 'list', of: listed } : undefined;
		case 'POST':
			return !isOne && isNamed(answer, catalogue) && mediaTypes.length > 0
				? { does: 'create', of: answer }
				: undefined;
		case 'PUT':
		case 'PATCH':
			return isOne && json ? { does: 'update', item, of: answer } : undefined;
		case 'DELETE':
			return item === undefined ? undefined : { does: 'remove', item };
	}
}

/** Whether values of a type have something to be found by. */
function isNamed(type: Type | undefined, catalogue: Catalogue): boolean {
	return membersOf(type, catalogue).some(({ name }) => name === 'uid' || name === 'id');
}
