import type { NamedReference } from './reference';
import { MANAGER } from './user';

/** A TMS translation memory. */
export interface TransMemory {
	id: string;
	uid: string;
	internalId: number;
	name: string;
	sourceLang: string;
	targetLangs: string[];
	client: NamedReference;
	domain: NamedReference;
	dateCreated: Date;
}

/** A translation memory as TMS shows it. */
export function presentTransMemory(memory: TransMemory): Record<string, unknown> {
	return { ...memory, dateCreated: memory.dateCreated.toISOString(), createdBy: MANAGER, note: '' };
}
