import type { NamedReference } from './reference';
import type { User } from './user';

/** A translation memory as TMS shows it. */
export interface TransMemory {
	id: string;
	uid: string;
	internalId: number;
	name: string;
	sourceLang: string;
	targetLangs: string[];
	client: NamedReference;
	domain: NamedReference;
	note: string;
	createdBy: User;
	dateCreated: string;
}
