import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { readAuthorization, type Authorization } from './authorization';
import { productBaseUrl } from './baseUrl';
import type { Product } from './client.types';
import { assertEgressAllowed } from './connections';
import type { Credential } from './credential';
import { PhraseError } from './errors';
import { redact, secretsOf } from './redact';
import { pause } from './pause';
import { BACKOFF, delayAfter } from './retry';
import { getUserAgent } from './userAgent';

/** What a request needs to know of a credential. */
export interface Session extends Authorization {
	/** The product's base URL, without a trailing slash. */
	baseUrl: string;
	/** Every secret of the credential, none of which may be shown. */
	secrets: string[];
}

/**
 * A call that does nothing but show whether a token is accepted. n8n makes it, with the credential's own log-in
 * and refresh, and stores the token it gets.
 * Source: operations `whoAmI` of TMS and `getMetadataV1` of Language AI (where 404 means: token accepted).
 */
const PROBE: Record<Product, string> = {
	tms: '/api2/v1/auth/whoAmI',
	languageAi: '/v1/fileTranslations/00000000-0000-0000-0000-000000000000',
};

const PROBE_TIMEOUT_MS = 60_000;

/** How often the probe is made when Phrase is too busy to answer it. */
const PROBE_ATTEMPTS = 6;

/** The log-ins under way in this process, by credential. */
const logIns = new Map<string, Promise<unknown>>();

/**
 * The token of one credential during one node run. n8n owns the tokens: only its own request helper logs in,
 * refreshes, and stores what it got, so that the next run and other workers find it.
 */
export class Sessions {
	private session: Promise<Session> | undefined;

	/** Tokens that Phrase refused during this run, by their header. */
	private readonly refused = new Set<string>();

	/**
	 * @param credential who signs in
	 * @param options.product whose base URL applies
	 */
	constructor(
		private readonly credential: Credential,
		private readonly options: { product: Product; signal?: AbortSignal },
	) {}

	/** Names the credential among all of this n8n. */
	get key(): string {
		return this.credential.id;
	}

	/**
	 * The session as it is known, or the stored one, or a new one after logging in.
	 * @throws PhraseError when the credential cannot be used or Phrase refuses the log-in
	 */
	async current(): Promise<Session> {
		this.session ??= this.start();
		return await this.session;
	}

	/**
	 * The session to use instead of one that Phrase refused. Another run may have renewed it already; otherwise n8n
	 * logs in again, once for all requests of this process that wait for it. It is the same session when Phrase
	 * accepts its token elsewhere.
	 * @throws PhraseError when Phrase refuses the log-in; all later requests of this run get the same
	 */
	async renewed(refused: Session): Promise<Session> {
		if (!this.refused.has(refused.header)) {
			this.refused.add(refused.header);
			this.session = this.renew(refused.header);
		}
		return await this.current();
	}

	private async start(): Promise<Session> {
		const { credentials, session } = this.stateOf(await this.credential.read());
		await assertEgressAllowed(this.credential.context, productBaseUrl(credentials, this.options.product));
		return session ?? (await this.renew(undefined));
	}

	private async renew(refused: string | undefined): Promise<Session> {
		const stored = this.stateOf(await this.credential.readAgain());
		if (stored.session && stored.session.header !== refused) return stored.session;

		const others = logIns.get(this.key);
		if (others !== undefined) {
			// Theirs may have been stopped, or be that of another user behind the same credential.
			await others.catch(() => undefined);
			const { session } = this.stateOf(await this.credential.readAgain());
			if (session && session.header !== refused) return session;
		}
		return await this.logIn(refused, stored.credentials);
	}

	private async logIn(
		refused: string | undefined,
		credentials: ICredentialDataDecryptedObject,
	): Promise<Session> {
		const logIn = this.probeUntilNew(refused, credentials);
		logIns.set(this.key, logIn);
		try {
			return await logIn;
		} finally {
			if (logIns.get(this.key) === logIn) logIns.delete(this.key);
		}
	}

	private async probeUntilNew(
		refused: string | undefined,
		credentials: ICredentialDataDecryptedObject,
	): Promise<Session> {
		for (let attempts = 1; ; attempts++) {
			const thrown = await this.probe(credentials);
			const { session } = this.stateOf(await this.credential.readAgain());
			if (session && session.header !== refused) return session;
			this.options.signal?.throwIfAborted();
			// The token is good after all, so the refusal was about the call.
			if (session && wasAccepted(thrown)) return session;
			if (!isBusy(thrown) || attempts >= PROBE_ATTEMPTS) throw toLogInError(thrown, credentials);
			await pause(delayAfter(undefined, attempts, BACKOFF), this.options.signal);
		}
	}

	/** Lets n8n make one small call with the credential. What it answers does not matter when the token is new. */
	private async probe(credentials: ICredentialDataDecryptedObject): Promise<unknown> {
		const { product } = this.options;
		const { context, type } = this.credential;
		const request: IHttpRequestOptions = {
			method: 'GET',
			url: `${productBaseUrl(credentials, product)}${PROBE[product]}`,
			headers: { 'user-agent': getUserAgent() },
			json: true,
			timeout: PROBE_TIMEOUT_MS,
		};
		try {
			await context.helpers.httpRequestWithAuthentication.call(context, type, request);
			return undefined;
		} catch (error) {
			return error;
		}
	}

	private stateOf(credentials: ICredentialDataDecryptedObject): {
		credentials: ICredentialDataDecryptedObject;
		session?: Session;
	} {
		const { product } = this.options;
		const authorization = readAuthorization(credentials, product);
		return {
			credentials,
			session: authorization && {
				...authorization,
				baseUrl: productBaseUrl(credentials, product),
				secrets: secretsOf(credentials),
			},
		};
	}
}

/** Whether the probe's token was accepted; Language AI then says 404. */
function wasAccepted(thrown: unknown): boolean {
	return thrown === undefined || statusOf(thrown) === 404;
}

/** Whether the probe itself was answered with "later", so that n8n did not even get to log in. */
function isBusy(thrown: unknown): boolean {
	const status = statusOf(thrown);
	return status === 429 || status >= 500;
}

/** HTTP status in an error of n8n's helper, NaN when there is none. */
function statusOf(thrown: unknown): number {
	const { httpCode, response } = (thrown ?? {}) as { httpCode?: unknown; response?: { status?: unknown } };
	return Number(httpCode ?? response?.status);
}

/** The helper's error holds the request, token included: only its words may go on. */
function toLogInError(thrown: unknown, credentials: ICredentialDataDecryptedObject): PhraseError {
	const { message, description } = (thrown ?? {}) as { message?: string; description?: string | null };
	const words = [message, description].filter((text) => typeof text === 'string' && text !== '');
	return new PhraseError({
		kind: 'signInRefused',
		message: 'No valid token could be had from Phrase with the credential',
		description: redact(
			`${words.join(' ')} Open the credential, check it and test it.`.trim(),
			secretsOf(credentials),
		),
		httpCode: 401,
	});
}
