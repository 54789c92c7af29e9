import { exampleOf } from '../../core/catalogue/example';
import type { Member, Type } from '../../core/catalogue/types';
import type { Contract, ContractOperation } from '../contract';
import type { PlainItem } from '../state/plainResource';
import { membersOf } from './plainUse';

/**
 * Shows an item as an answer of some type. What the type does not know, or knows as something else, is left out; what it
 * requires besides is an example.
 */
export function fitted(
	item: PlainItem,
	type: Type,
	operation: ContractOperation,
	contract: Contract,
): Record<string, unknown> {
	const { catalogue } = operation;
	const members = membersOf(type, catalogue, item);
	const shown = Object.fromEntries(
		members.flatMap((member) => {
			const value = member.name === 'id' ? idOf(item, member) : item[member.name];
			return value === undefined || value === null ? [] : [[member.name, value]];
		}),
	);
	for (const name of contract.wrongMembers(operation, type, shown)) Reflect.deleteProperty(shown, name);
	for (const { name, required, type: wanted } of members) {
		if (required && !(name in shown)) Reflect.set(shown, name, exampleOf(wanted, catalogue));
	}
	return shown;
}

/** Ids are numbers in some answers and texts in others. */
function idOf({ id }: PlainItem, { type }: Member): unknown {
	return id !== undefined && type.kind === 'integer' ? Number(id) : id;
}
