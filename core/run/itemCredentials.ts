import type { IExecuteFunctions } from 'n8n-workflow';
import { Credential } from '../http/credential';

/**
 * The credentials that the items of a run act with. An expression in a credential may say something else for each
 * item; items whose values are the same have the same credential.
 */
export class ItemCredentials {
	private readonly distinct = new Map<string, Credential>();

	/** @param type n8n name of the credential type */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly type: string,
	) {}

	/** @throws what n8n throws when the credential cannot be read */
	async of(itemIndex: number): Promise<Credential> {
		const credential = new Credential(this.context, this.type, itemIndex);
		const values = await credential.fingerprint();
		const known = this.distinct.get(values) ?? credential;
		this.distinct.set(values, known);
		return known;
	}
}

/** What there is one of for each credential of a run. */
export class PerCredential<T> {
	private readonly made = new Map<Credential, Promise<T>>();

	constructor(private readonly make: (credential: Credential) => Promise<T>) {}

	async of(credential: Credential): Promise<T> {
		const made = this.made.get(credential) ?? this.make(credential);
		this.made.set(credential, made);
		return await made;
	}
}
