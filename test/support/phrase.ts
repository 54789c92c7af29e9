import type { ServerResponse } from 'node:http';
import { createPhraseClient, type Patience } from '../../core/http/client';
import { Credential } from '../../core/http/credential';
import { TIMEOUTS } from '../../core/http/exchange';
import { BACKOFF } from '../../core/http/retry';
import { CallerNode } from './callerNode';
import { CredentialStore, executeContext } from '../../n8n/inProcess';
import { json, LoopbackServer, type Received } from './server';

/** Waits short enough for tests, in the proportions of the real ones. */
export const QUICK: Patience = {
	timeouts: TIMEOUTS,
	backoff: { ...BACKOFF, base: 5, cap: 40, retryAfterCap: 50 },
	atOnceMs: 20,
};

export type Script = (response: ServerResponse, request: Received) => void;

/**
 * The log-in of Phrase, and whatever a test adds. A log-in makes the tokens `token-1`, `token-2`, … and only the last
 * one is accepted.
 */
export class ScriptedPhrase {
	logIns = 0;

	/** What the answer to a log-in says of the token's life. */
	life: { expires_in?: number; expires?: string } = { expires_in: 14_399 };

	/** Answers of log-ins to give before they work. */
	readonly refusedLogIns: Script[] = [];

	/** Whether every token is refused, however new. */
	tokensAreRefused = false;

	private constructor(readonly server: LoopbackServer) {}

	static async start(script: Script): Promise<ScriptedPhrase> {
		const state: { phrase?: ScriptedPhrase } = {};
		const server = await LoopbackServer.start((response, request) => {
			const { phrase } = state;
			if (!phrase) throw new Error('A request came before the server was ready');
			if (/\/oauth\/token$|\/auth\/login$/.test(request.path)) phrase.logIn(response, request);
			else if (!phrase.accepts(request.headers.authorization)) {
				json(response, 401, { errorCode: 'AuthUnauthorized', errorDescription: 'Unauthorized access.' });
			} else if (request.path.endsWith('/auth/whoAmI')) json(response, 200, { user: { uid: 'user' } });
			else script(response, request);
		});
		state.phrase = new ScriptedPhrase(server);
		return state.phrase;
	}

	/** Requests other than those of logging in. */
	get requests(): Received[] {
		return this.server.received.filter(({ path }) => !/oauth\/token|\/auth\//.test(path));
	}

	/** Makes the token in use invalid, as time does. */
	expireToken(): void {
		this.expired = this.logIns;
	}

	/** Credential data for TMS by Platform API token. */
	credential(more: object = {}) {
		return {
			authType: 'platformToken',
			region: 'custom',
			tmsUrl: `${this.server.url}/web`,
			platformUrl: `${this.server.url}/idm`,
			platformApiToken: 'platform-secret',
			sessionToken: '',
			...more,
		};
	}

	/** A client in a real n8n context, with the store of its credential. */
	async client({
		signal,
		patience = QUICK,
		credentials = new CredentialStore({ phraseTmsApi: this.credential() }),
		credentialType = 'phraseTmsApi',
	}: {
		credentialType?: string;
		signal?: AbortSignal;
		patience?: Patience;
		credentials?: CredentialStore;
	} = {}) {
		const { context } = await executeContext(new CallerNode(), { credentials, signal });
		const client = createPhraseClient(
			new Credential(context, credentialType),
			{ product: 'tms', signal },
			patience,
		);
		return Object.assign(client, { credentials });
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	private expired = 0;

	private logIn(response: ServerResponse, request: Received): void {
		const refusal = this.refusedLogIns.shift();
		if (refusal) {
			refusal(response, request);
			return;
		}
		const token = `token-${++this.logIns}`;
		json(response, 200, { access_token: token, token_type: 'Bearer', token, ...this.life });
	}

	private accepts(header: string | undefined): boolean {
		return (
			!this.tokensAreRefused &&
			this.logIns > this.expired &&
			(header?.endsWith(` token-${this.logIns}`) ?? false)
		);
	}
}
