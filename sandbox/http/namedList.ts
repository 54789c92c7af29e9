import type { NamedReference } from '../model/reference';
import { MANAGER } from '../model/user';
import { ok, single, type Answer, type Call } from './call';
import { contains, inOrder } from './filters';
import { page } from './paging';

/** The page that a call asks for of what the organization's manager made and named, such as its clients. */
export function namedList(call: Call, all: NamedReference[]): Answer {
	const createdBy = single(call, 'createdBy') ?? MANAGER.uid;
	const found = all.filter(({ name }) => createdBy === MANAGER.uid && contains(name, single(call, 'name')));
	return ok(
		page(
			call,
			inOrder(call, found, ({ name }) => name),
			(reference) => ({ ...reference, createdBy: MANAGER }),
		),
	);
}
