import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { CallingContext } from './client.types';
import { fingerprint } from './fingerprint';

/**
 * One credential of a node, as it is for one item. It is read when somebody asks for it first, and then kept.
 * Each reading costs n8n a look into its database. In a webhook of n8n 2, it costs an isolate of its own as
 * well.
 */
export class Credential {
	private data: Promise<ICredentialDataDecryptedObject> | undefined;

	/**
	 * @param context the n8n context that the node runs in
	 * @param type n8n name of the credential type
	 * @param itemIndex the item that expressions in the credential are about
	 */
	constructor(
		readonly context: CallingContext,
		readonly type: string,
		private readonly itemIndex = 0,
	) {}

	/** Names the credential among all of this n8n. */
	get id(): string {
		const details = this.context.getNode().credentials?.[this.type];
		return `${this.type}:${details?.id ?? details?.name ?? ''}`;
	}

	/** Whether n8n keeps and renews the token. */
	get isOAuth2(): boolean {
		return this.type.endsWith('OAuth2Api');
	}

	/**
	 * The credential's values, expressions resolved.
	 * @throws what n8n throws, for example when the credential was deleted
	 */
	async read(): Promise<ICredentialDataDecryptedObject> {
		return await (this.data ?? this.readAgain());
	}

	/** As `read`, but as it is stored now. */
	async readAgain(): Promise<ICredentialDataDecryptedObject> {
		const data = this.context.getCredentials(this.type, this.itemIndex);
		this.data = data;
		// What could not be read for the moment is read again.
		data.catch(() => (this.data = undefined));
		return await data;
	}

	/** Names what the credential says: the same for two credentials with the same values. */
	async fingerprint(): Promise<string> {
		return fingerprint(this.id, await this.read());
	}

	/** The secret that callback URLs are signed with; undefined when the credential has none. */
	async signingSecret(): Promise<string | undefined> {
		const { callbackSigningSecret } = await this.read();
		return typeof callbackSigningSecret === 'string' && callbackSigningSecret !== ''
			? callbackSigningSecret
			: undefined;
	}
}
