import { PhraseError, type ErrorKind } from './errors';
import { proxyFor, proxyHost } from './proxies';

/** What undici says of a proxy that does not let a call through. */
const REFUSED = /^Proxy response \((\d+)\)/;

/**
 * Turns the refusal of a proxy into an error that names the proxy. Nothing has reached Phrase.
 *
 * @param error as undici threw it
 * @param url the call
 * @returns undefined when the failure is another one
 */
export function toProxyError(error: unknown, url: URL): PhraseError | undefined {
	const proxy = proxyFor(url);
	const [, status] = REFUSED.exec(messageOf(error)) ?? [];
	return proxy === undefined || status === undefined ? undefined : refusedByProxy(proxy, Number(status), url);
}

/**
 * @param proxy the address of the proxy
 * @param status what it answered
 * @param url the call
 */
export function refusedByProxy(proxy: string, status: number, { host }: URL): PhraseError {
	return new PhraseError({
		kind: kindOf(status),
		message: `The proxy ${proxyHost(proxy)} does not let calls to ${host} through (HTTP ${status})`,
		description: advice(status),
	});
}

/** A proxy that could not reach Phrase may reach it later. */
function kindOf(status: number): ErrorKind {
	return status === 429 || status >= 500 ? 'unreachable' : 'local';
}

function advice(status: number): string {
	if (status === 407)
		return 'It asks for a user name and password: put the right ones into the variable that names it.';
	if (status >= 500) return 'It could not reach the host. Try again later, or ask who runs the proxy.';
	return 'Ask who runs the proxy to allow this host, or except the host from it in NO_PROXY.';
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : '';
}
