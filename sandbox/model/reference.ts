/** One of the lists a project can belong to (client, domain, …). */
export interface NamedReference {
	id: string;
	uid: string;
	name: string;
}
