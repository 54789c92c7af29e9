import type { ICredentialDataDecryptedObject, IExecuteFunctions } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';
import { Credential } from '../http/credential';

/**
 * The credentials that the items of a run act with. An expression in a credential may say something else for each
 * item; items whose values are the same have the same credential.
 */
export class ItemCredentials {
	private readonly distinct = new Map<string, Credential>();
	private last: { values: ICredentialDataDecryptedObject; known: Credential } | undefined;

	/** @param type n8n name of the credential type */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly type: string,
	) {}

	/** @throws what n8n throws when the credential cannot be read */
	async of(itemIndex: number): Promise<Credential> {
		const credential = new Credential(this.context, this.type, itemIndex);
		const values = await credential.read();
		// Nearly always, and found sooner than by a fingerprint.
		if (this.last !== undefined && isDeepStrictEqual(values, this.last.values)) return this.last.known;
		const name = await credential.fingerprint();
		const known = this.distinct.get(name) ?? credential;
		this.distinct.set(name, known);
		this.last = { values, known };
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
