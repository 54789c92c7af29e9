import type { ServerResponse } from 'node:http';
import { json, LoopbackServer, type Received } from './server';

/**
 * A Phrase that knows several accounts, each by all that is said at its log-in, and answers every call with the name of
 * the account that it was made for.
 */
export class PhraseOfAccounts {
	private readonly tokens = new Map<string, string>();

	private constructor(
		readonly server: LoopbackServer,
		/** Account by what stands in a log-in or, for those without one, by the header. */
		private readonly accounts: ReadonlyMap<string, string>,
	) {}

	/** @param accounts name of the account by log-in: its Platform API token, or its user, password and UIDs */
	static async start(accounts: Record<string, string>): Promise<PhraseOfAccounts> {
		const state: { phrase?: PhraseOfAccounts } = {};
		const server = await LoopbackServer.start((response, request) => state.phrase?.answer(response, request));
		state.phrase = new PhraseOfAccounts(server, new Map(Object.entries(accounts)));
		return state.phrase;
	}

	/** The URLs in a credential that lead here. */
	get urls() {
		const { url } = this.server;
		return {
			region: 'custom',
			tmsUrl: `${url}/web`,
			platformUrl: `${url}/idm`,
			languageAiUrl: `${url}/smt/api`,
		};
	}

	/** Log-ins so far. */
	get logIns(): number {
		return this.server.received.filter(isLogIn).length;
	}

	/** Makes all tokens invalid, as time does. */
	expireTokens(): void {
		this.tokens.clear();
	}

	async close(): Promise<void> {
		await this.server.close();
	}

	private answer(response: ServerResponse, request: Received): void {
		if (isLogIn(request)) {
			this.logIn(response, request);
			return;
		}
		const [, token = ''] = (request.headers.authorization ?? '').split(' ');
		const account = this.tokens.get(token) ?? this.accounts.get(token);
		if (account === undefined) json(response, 401, { errorCode: 'AuthUnauthorized' });
		else json(response, 200, { uid: account, user: { uid: account }, content: [], name: account });
	}

	private logIn(response: ServerResponse, request: Received): void {
		const account = this.accounts.get(said(request));
		if (account === undefined) {
			json(response, 401, { error: 'invalid_grant', error_description: 'Not known here' });
			return;
		}
		const token = `session-${this.logIns}`;
		this.tokens.set(token, account);
		json(response, 200, { access_token: token, token, expires_in: 14_399 });
	}
}

function isLogIn({ path }: Received): boolean {
	return /\/oauth\/token$|\/auth\/login$/.test(path);
}

/** What a log-in says, in the order in which Phrase documents it. */
function said({ headers, body }: Received): string {
	const text = body.toString();
	if (headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
		return new URLSearchParams(text).get('subject_token') ?? '';
	const { userName, password, userUid, organization } = JSON.parse(text) as Record<string, unknown>;
	return [userName, password, userUid, (organization as { uid?: string } | undefined)?.uid]
		.filter(Boolean)
		.join(' ');
}
