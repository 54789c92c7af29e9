/**
 * What every trigger keeps in n8n's database, as long as its workflow exists: the static data of its node.
 * What is assigned to its members is saved after each of the node's webhook methods, and after a call of its
 * webhook whose execution n8n has accepted. It notices whole values only, so members of members are not to be
 * changed in place.
 */
export interface SeenState {
	/** What started the workflow, to start it once; the text of a `RecentKeys`. */
	seen?: string;
}
