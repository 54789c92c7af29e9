import type { Type } from '../../core/catalogue/types';
import type { Contract, ContractOperation } from '../contract';
import type { Call, Handler } from '../http/call';
import type { World } from '../world';
import { exampleHandler } from './exampleHandler';
import { PlainCollection } from './plainCollection';
import { plainHandler } from './plainHandler';
import { collectionOf, familiesOf, familyPath, plainUses, type PlainUse } from './plainUse';

/** What an endpoint belongs to when it is one of a plain resource. */
interface Plain {
	use: PlainUse;
	collection: PlainCollection;
}

/**
 * What serves the endpoints that have no handler of their own: those of plain resources keep what they are told,
 * everything else answers with an example.
 *
 * @param handled - ids of the operations that have a handler
 * @param seeded - paths of the collections whose items are plain, whatever handlers there are
 * @returns the handlers by operation id
 */
export function defaultHandlers(
	contract: Contract,
	handled: ReadonlySet<string>,
	seeded: ReadonlySet<string>,
): Map<string, Handler> {
	const families = familiesOf(contract.operations);
	const plain = new Map<string, Plain>();
	const kinds = new Map<string, Type>();
	for (const family of families) {
		const isSeeded = seeded.has(family.path);
		if (!isSeeded && family.operations.some(({ operationId }) => handled.has(operationId))) continue;
		for (const [operation, use] of plainUses(family, isSeeded)) {
			const collection = new PlainCollection(
				collectionOf(operation.endpoint.path),
				use.of,
				operation.catalogue,
			);
			plain.set(operation.operationId, { use, collection });
			kinds.set(family.path, use.of);
		}
	}
	return new Map(
		contract.operations.map((operation) => {
			const found = plain.get(operation.operationId);
			const handler = found
				? plainHandler(operation, contract, found.use, found.collection)
				: exampleHandler(operation);
			return [operation.operationId, within(around(operation, kinds), handler)];
		}),
	);
}

/** Looks for one thing that the path of a call goes through. */
type Look = (call: Call, world: World) => unknown;

/** What has to be there for a path to lead anywhere: projects, jobs, and the items of plain collections. */
function around({ endpoint, catalogue }: ContractOperation, kinds: ReadonlyMap<string, Type>): Look[] {
	const parts = endpoint.path.split('/');
	return parts.flatMap((part, index): Look[] => {
		const name = /^\{(\w+)\}$/.exec(part)?.[1];
		if (name === undefined) return [];
		const valueIn = ({ params }: Call) => params[name] ?? '';
		if (name === 'projectUid') return [(call, { projects }) => projects.get(valueIn(call))];
		if (name === 'jobUid' || name === 'jobPartUid') return [(call, { jobs }) => jobs.byUid(valueIn(call))];
		const path = parts.slice(0, index + 1).join('/');
		const of = kinds.get(familyPath(path));
		if (!of) return [];
		const collection = new PlainCollection(collectionOf(path), of, catalogue);
		return [(call, world) => collection.get(call, world, valueIn(call))];
	});
}

function within(looks: Look[], handler: Handler): Handler {
	return (call, world) => {
		for (const look of looks) look(call, world);
		return handler(call, world);
	};
}
