import type { LookupFunction } from 'node:net';
import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';
import type { CallingContext } from './client.types';
import { PhraseError } from './errors';

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

let dispatcher: Dispatcher | undefined;

/**
 * The connections of this process: kept alive, shared by all runs and credentials, through the proxies that the
 * environment names. A new connection may only go where n8n's egress rules allow.
 *
 * @param context any n8n context: the egress rules are those of the n8n process, not of a run
 */
export function getConnections(context: CallingContext): Dispatcher {
	dispatcher ??= connect(egressFilter(context)?.createSecureLookup());
	return dispatcher;
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

function connect(lookup: LookupFunction | undefined): Dispatcher {
	const options = { connect: { timeout: CONNECT_TIMEOUT_MS, ...(lookup && { lookup }) } };
	const everyProxy = environment('ALL_PROXY');
	const httpProxy = environment('HTTP_PROXY') ?? everyProxy;
	const httpsProxy = environment('HTTPS_PROXY') ?? everyProxy;
	return httpProxy || httpsProxy
		? new EnvHttpProxyAgent({ ...options, httpProxy, httpsProxy })
		: new Agent(options);
}

function environment(name: string): string | undefined {
	return process.env[name.toLowerCase()] || process.env[name] || undefined;
}

function egressFilter({ helpers }: CallingContext): EgressFilter | undefined {
	const { getSecureEgressFilter } = helpers as { getSecureEgressFilter?: () => EgressFilter };
	return getSecureEgressFilter?.();
}
