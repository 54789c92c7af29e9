import type { Contract, ContractOperation } from '../contract';
import { takeUpload } from '../files';
import { noContent, ok, param, type Answer, type Call, type Handler } from '../http/call';
import { fileNameOf } from '../http/fileName';
import { inOrder } from '../http/filters';
import { page } from '../http/paging';
import { MANAGER } from '../model/user';
import type { PlainItem } from '../state/plainResource';
import type { World } from '../world';
import { fitted } from './fitted';
import type { PlainCollection } from './plainCollection';
import { plainFilter } from './plainFilter';
import { listedIn, type PlainUse } from './plainUse';

/** Serves an endpoint of a plain resource: what was created is listed, got, updated and removed. */
export function plainHandler(
	operation: ContractOperation,
	contract: Contract,
	{ does, item: itemName }: PlainUse,
	collection: PlainCollection,
): Handler {
	const { endpoint, catalogue, answer } = operation;
	const shown = (item: PlainItem): Answer => (answer ? ok(fitted(item, answer, operation, contract)) : {});
	const one = (call: Call, world: World): PlainItem => {
		if (itemName !== undefined) return collection.get(call, world, param(call, itemName));
		const [only] = collection.items(call, world);
		if (!only) throw new Error(`nothing is at ${endpoint.path}`);
		return only;
	};
	switch (does) {
		case 'list':
			return (call, world) => {
				const listed = listedIn(answer, catalogue);
				if (!answer || !listed) throw new Error(`${endpoint.id} lists nothing`);
				const found = collection.items(call, world).filter(plainFilter(call, endpoint.query));
				const sorted = inOrder(call, found, ({ name }) => String(name));
				const present = (item: PlainItem) => fitted(item, listed.of, operation, contract);
				if (answer.kind === 'page') return ok(page(call, sorted, present));
				return ok(fitted({ [listed.name]: sorted.map(present) }, answer, operation, contract));
			};
		case 'create':
			return async (call, world) => {
				const dateCreated = world.clock.now().toISOString();
				const made = { ...(await said(call, operation)), createdBy: MANAGER, dateCreated };
				return shown(collection.add(call, world, made));
			};
		case 'get':
			return (call, world) => shown(one(call, world));
		case 'update':
			return (call, world) => shown(Object.assign(one(call, world), call.body));
		case 'remove':
			return (call, world) => noContent(() => collection.remove(call, world, param(call, itemName ?? '')));
	}
}

/** What a client says of something new: JSON in the body or in a header, and the file that comes with it. */
async function said(call: Call, { mediaTypes }: ContractOperation): Promise<PlainItem> {
	const json = Object.assign({}, ...Object.values(call.jsonHeaders), call.body) as PlainItem;
	if (!mediaTypes.includes('application/octet-stream') || call.body !== undefined) return json;
	const name = call.headers['content-disposition'] === undefined ? 'upload' : fileNameOf(call);
	const { size } = await takeUpload(name, call.upload);
	return { name, size, ...json };
}
