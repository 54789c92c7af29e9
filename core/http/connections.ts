import type { LookupFunction } from 'node:net';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { rememberBounded } from '../concurrency/rememberBounded';
import type { CallingContext } from './client.types';
import { PhraseError } from './errors';
import { proxyFor } from './proxies';

/** How long a connection may take, TLS included, in ms. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * The part of n8n's egress filter that is used here. n8n hands it out from 2.x on; without egress rules it lets
 * everything pass.
 */
interface EgressFilter {
	validateUrl(url: string): Promise<{ ok: true } | { ok: false; error: Error }>;
	createSecureLookup(): LookupFunction;
}

/**
 * Connections that are kept alive, each way of its own: directly, or through a proxy.
 * @param lookup looks up the names of hosts; a proxy looks them up itself
 */
function keptAlive(lookup: LookupFunction | undefined): Dispatcher {
	const proxies = new Map<string, ProxyAgent>();
	const proxyOf = recentProxies();
	const direct = new Agent({ connect: { timeout: CONNECT_TIMEOUT_MS, ...(lookup && { lookup }) } });
	return direct.compose((dispatch) => (options, handler) => {
		const proxy = proxyOf(String(options.origin));
		if (proxy === undefined) return dispatch(options, handler);
		const known = proxies.get(proxy) ?? connectThrough(proxy);
		proxies.set(proxy, known);
		return known.dispatch(options, handler);
	});
}

/** For how long the environment of n8n is taken for unchanged, in ms: to ask it costs more than all else of a call. */
const ENVIRONMENT_MS = 500;

/** Tells the proxy for calls to an origin, as the environment names it now or did a moment ago. */
function recentProxies(): (origin: string) => string | undefined {
	const recent = new Map<string, { proxy: string | undefined; until: number }>();
	return (origin) => {
		const now = performance.now();
		const known = recent.get(origin);
		if (known !== undefined && now < known.until) return known.proxy;
		const proxy = proxyFor(new URL(origin));
		rememberBounded(recent, origin, { proxy, until: now + ENVIRONMENT_MS }, MOST_ORIGINS);
		return proxy;
	};
}

/** Origins whose proxy is remembered, at most. */
const MOST_ORIGINS = 100;

let connections: Dispatcher | undefined;

/**
 * The connections of this process, shared by all runs and credentials, through the proxies that the environment names.
 * A new connection may only go where n8n's egress rules allow.
 *
 * @param context any n8n context: the egress rules are those of the n8n process, not of a run
 */
export function getConnections(context: CallingContext): Dispatcher {
	connections ??= keptAlive(egressFilter(context)?.createSecureLookup());
	return connections;
}

/**
 * Checks a URL against n8n's egress rules. Names are checked again when a connection is made; for an address
 * that is already an IP address, this is the only check.
 * @throws PhraseError when the rules do not allow the host
 */
export async function assertEgressAllowed(context: CallingContext, url: string): Promise<void> {
	const result = await egressFilter(context)?.validateUrl(url);
	if (result === undefined || result.ok) return;
	throw new PhraseError({
		kind: 'parameter',
		message: `n8n's network rules do not allow calls to ${new URL(url).hostname}`,
		description: `${result.error.message}. Ask the administrator of n8n to allow this host, or check the credential's URL.`,
	});
}

/** @throws PhraseError when the address of the proxy cannot be used */
function connectThrough(proxy: string): ProxyAgent {
	if (!/^https?:/.test(proxy) || !URL.canParse(proxy)) {
		throw new PhraseError({
			kind: 'local',
			message: 'The proxy that the environment of n8n names is not a web address',
			description:
				'Correct HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, for example to http://proxy.example.com:3128.',
		});
	}
	const { username, password } = new URL(proxy);
	const secret = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
	return new ProxyAgent({
		uri: proxy,
		token: secret === ':' ? undefined : `Basic ${Buffer.from(secret).toString('base64')}`,
		proxyTls: { timeout: CONNECT_TIMEOUT_MS },
		requestTls: { timeout: CONNECT_TIMEOUT_MS },
	});
}

function egressFilter({ helpers }: CallingContext): EgressFilter | undefined {
	const { getSecureEgressFilter } = helpers as { getSecureEgressFilter?: () => EgressFilter };
	return getSecureEgressFilter?.();
}
