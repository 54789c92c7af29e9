import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { productBaseUrl } from './baseUrl';
import type { Product } from './client.types';
import { assertEgressAllowed } from './connections';
import type { Credential } from './credential';
import { isPassing } from './errors';
import { secretsOf } from './redact';
import type { Backoff } from './retry';
import { logInOf, required } from './signIn/logIn';
import { oauth2Header, renewedOAuth2Header } from './signIn/oauth2';
import { useOf } from './signIn/probe';
import { getToken } from './signIn/tokens';

/** What a request needs to know of a credential. */
export interface Session {
	/** Value of the `Authorization` header. */
	header: string;
	/** Whether the node can get another token when Phrase refuses this one. */
	renewable: boolean;
	/** Scheme, host and port of the product. */
	origin: string;
	/** What the paths of the product begin with, without a trailing slash. */
	basePath: string;
	/** Every secret of the credential, none of which may be shown. */
	secrets: string[];
}

/** Who a node run is for Phrase, with one credential. */
export class Sessions {
	private session: Promise<Session> | undefined;

	/** The `Authorization` headers that Phrase refused during this run. */
	private readonly refused = new Set<string>();

	/**
	 * @param credential who signs in
	 * @param options.product whose base URL applies
	 */
	constructor(
		private readonly credential: Credential,
		private readonly options: { product: Product; backoff: Backoff; signal?: AbortSignal },
	) {}

	/**
	 * The session as it is known, or a new one after signing in.
	 * @throws PhraseError when the credential cannot be used. A refused secret is refused for the whole run; what went
	 * wrong for the moment is tried again by the next call.
	 */
	async current(): Promise<Session> {
		return await (this.session ?? this.begin(this.credential.read()));
	}

	/**
	 * The session to use instead of one that Phrase refused, with what the credential holds by now. It is the same one
	 * when Phrase accepts its token elsewhere.
	 * @throws PhraseError as `current`
	 */
	async renewed({ header }: Session): Promise<Session> {
		if (this.refused.has(header)) return await this.current();
		this.refused.add(header);
		return await this.begin(this.credential.readAgain());
	}

	private async begin(credentials: Promise<ICredentialDataDecryptedObject>): Promise<Session> {
		const session = this.signIn(credentials);
		this.session = session;
		session.catch((error: unknown) => {
			if (isPassing(error) && this.session === session) this.session = undefined;
		});
		return await session;
	}

	private async signIn(read: Promise<ICredentialDataDecryptedObject>): Promise<Session> {
		const credentials = await read;
		const baseUrl = productBaseUrl(credentials, this.options.product);
		await assertEgressAllowed(this.credential.context, baseUrl);
		const header = await this.headerOf(credentials);
		const { origin, pathname } = new URL(baseUrl);
		return {
			header,
			renewable: credentials.authType !== 'apiToken',
			origin,
			basePath: pathname.replace(/\/$/, ''),
			secrets: [...secretsOf(credentials), header.replace(/^\w+ /, '')],
		};
	}

	private async headerOf(credentials: ICredentialDataDecryptedObject): Promise<string> {
		const { product, ...how } = this.options;
		const use = useOf(credentials, product);
		const isRefused = (header: string) => this.refused.has(header);
		if (this.credential.isOAuth2) {
			const header = oauth2Header(credentials);
			if (header !== undefined && !isRefused(header)) return header;
			return await renewedOAuth2Header(this.credential, use, { ...how, isRefused });
		}
		const logIn = logInOf(credentials, product);
		if (logIn === undefined) return `ApiToken ${required(credentials, 'apiToken', 'TMS API Token')}`;
		const { context } = this.credential;
		await assertEgressAllowed(context, logIn.url);
		return (await getToken(logIn, use, { ...how, helper: context.helpers, isRefused })).header;
	}
}
