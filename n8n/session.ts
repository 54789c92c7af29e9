import { randomUUID } from 'node:crypto';

/** How somebody signs in to an n8n. */
export interface Login {
	email: string;
	password: string;
}

/** The owner that the harness sets up: these n8n listen on the loopback interface only and are thrown away. */
export const OWNER: Login = { email: 'owner@example.com', password: 'Phrase-and-n8n-1' };

/** An answer of n8n's REST interface that is not a success. */
export class N8nRequestError extends Error {
	constructor(
		readonly status: number,
		what: string,
		body: string,
	) {
		super(`${what}: n8n answered ${status} ${body.slice(0, 500)}`);
		this.name = 'N8nRequestError';
	}
}

/** What makes up a session; whoever has it is signed in. */
export interface SessionState {
	/** Where n8n listens, without a slash at the end. */
	url: string;
	/** n8n binds a cookie to the browser that it was given to. */
	browserId: string;
	cookie: string;
}

/** Somebody who is signed in to n8n, as the editor would be. */
export class N8nSession {
	/** @param state a session that exists; other processes can go on with it */
	constructor(readonly state: SessionState) {}

	/** @param url where n8n listens, without a slash at the end */
	static at(url: string): N8nSession {
		return new N8nSession({ url, browserId: randomUUID(), cookie: '' });
	}

	/**
	 * Makes the owner of a fresh n8n and signs in.
	 *
	 * @throws N8nRequestError when n8n has an owner already
	 */
	async setUpOwner(login: Login = OWNER): Promise<void> {
		const owner = { ...login, firstName: 'Olga', lastName: 'Owner' };
		await this.enter('/rest/owner/setup', owner);
	}

	/**
	 * Signs in to an n8n that has an owner.
	 *
	 * @throws N8nRequestError when n8n does not let this user in
	 */
	async signIn({ email, password }: Login = OWNER): Promise<void> {
		await this.enter('/rest/login', { emailOrLdapLoginId: email, password });
	}

	/**
	 * Asks n8n's REST interface and gives what it answers under `data`.
	 *
	 * @throws N8nRequestError when the answer is not a success
	 */
	async json<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.send(method, path, body);
		const { data } = (await response.json()) as { data: T };
		return data;
	}

	/**
	 * Sends a request as this user.
	 *
	 * @throws N8nRequestError when the answer is not a success
	 */
	async send(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.state.url}${path}`, {
			method,
			headers: {
				'browser-id': this.state.browserId,
				cookie: this.state.cookie,
				// n8n is busy for seconds at times, and then closes connections at the moment when they are used again.
				connection: 'close',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		if (!response.ok) throw new N8nRequestError(response.status, `${method} ${path}`, await response.text());
		return response;
	}

	/** Sends what n8n answers with a cookie, and keeps that. */
	private async enter(path: string, body: unknown): Promise<void> {
		const response = await this.send('POST', path, body);
		await response.arrayBuffer();
		this.state.cookie = response.headers
			.getSetCookie()
			.map((cookie) => cookie.split(';', 1)[0])
			.join('; ');
	}
}
