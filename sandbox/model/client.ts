import type { NamedReference } from './reference';
import { MANAGER } from './user';

/** A client as its list shows it. */
export function presentClient(client: NamedReference): Record<string, unknown> {
	return { ...client, createdBy: MANAGER };
}
