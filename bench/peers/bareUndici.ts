import { Agent, type Dispatcher } from 'undici';

/** A signed-in Phrase by nothing but undici. */
export interface BarePhrase {
	/** Where the API begins, without a slash at the end. */
	baseUrl: string;
	agent: Agent;
	headers: Record<string, string>;
}

const phrases = new Map<string, BarePhrase>();

/**
 * The floor: kept connections, and a token that is there already.
 *
 * @param credential data of a credential of the type `phraseTmsApi` with an API token
 * @param connections the most connections
 */
export function barePhrase({ tmsUrl, apiToken }: Record<string, unknown>, connections: number): BarePhrase {
	const baseUrl = String(tmsUrl);
	const key = `${baseUrl} ${connections}`;
	const headers = { authorization: `ApiToken ${String(apiToken)}`, accept: 'application/json' };
	const phrase = phrases.get(key) ?? { baseUrl, agent: new Agent({ connections }), headers };
	phrases.set(key, phrase);
	return phrase;
}

/**
 * Sends one request.
 * @param path with the query
 * @param sent JSON of the body, for methods that have one
 */
export async function bareRequest(
	{ baseUrl, agent, headers }: BarePhrase,
	method: 'GET' | 'POST' | 'PUT',
	path: string,
	sent?: object,
): Promise<Dispatcher.ResponseData> {
	const { origin, pathname } = new URL(baseUrl);
	return await agent.request({
		origin,
		path: `${pathname}${path}`,
		method,
		headers: sent === undefined ? headers : { ...headers, 'content-type': 'application/json' },
		body: sent === undefined ? undefined : JSON.stringify(sent),
	});
}

/** Sends one request and reads its answer as JSON. */
export async function bareJson(
	phrase: BarePhrase,
	...request: [method: 'GET' | 'POST' | 'PUT', path: string, sent?: object]
): Promise<unknown> {
	const { statusCode, body } = await bareRequest(phrase, ...request);
	if (statusCode >= 300) throw new Error(`${request.join(' ')}: ${statusCode} ${await body.text()}`);
	return await body.json();
}
