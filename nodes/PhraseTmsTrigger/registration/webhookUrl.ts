import { ParameterError } from '../../../core/http/errors';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { productBaseUrl } from '../../../core/http/baseUrl';
import { isOutOfReach } from '../../../core/callbacks/reach';

const ADVICE =
	"n8n's environment variable WEBHOOK_URL to the public address of this n8n, such as https://n8n.example.com/, and restart n8n.";

/**
 * Checks that Phrase can call a URL of this n8n, as far as the URL itself tells.
 *
 * @param url what n8n says the node's webhook is reached at
 * @param credentials of the node: a Phrase TMS on a private network (the sandbox, for one) can call into it
 * @throws ParameterError with what to do in n8n; PhraseError when the credential names a URL that may not be used
 */
export function assertCallable(
	url: string | undefined,
	credentials: ICredentialDataDecryptedObject,
): asserts url is string {
	const host = hostOf(url);
	if (host === undefined) {
		throw new ParameterError(
			`The webhook URL of this n8n is not a web address: ${url ?? 'there is none'}`,
			`Set ${ADVICE}`,
		);
	}
	if (!isWithinReach(host, credentials)) {
		throw new ParameterError(
			`Phrase cannot call this n8n at '${host}', which is not a host on the internet`,
			`Set ${ADVICE} On a machine without one, use the address of a tunnel to it.`,
		);
	}
}

/**
 * Whether `assertCallable` lets a URL pass. One that does not was never registered.
 * @throws PhraseError as there
 */
export function isCallable(
	url: string | undefined,
	credentials: ICredentialDataDecryptedObject,
): url is string {
	const host = hostOf(url);
	return host !== undefined && isWithinReach(host, credentials);
}

/**
 * Whether two URLs are of the same n8n: they differ in the last two segments of their path at most, which name the
 * node, and in whether there is TLS. Behind another port or path there may be another n8n.
 */
export function areOfSameN8n(url: string, other: string): boolean {
	const place = placeOf(url);
	return place !== undefined && place === placeOf(other);
}

/** Host, port and path up to what names the node. The usual ports are no part of it, so that TLS makes no difference. */
function placeOf(url: string): string | undefined {
	if (hostOf(url) === undefined) return undefined;
	const { host, pathname } = new URL(url);
	return `${host}${pathname.split('/').slice(0, -2).join('/')}`;
}

/** The host name of a web address. */
export function hostOf(url: string | undefined): string | undefined {
	if (url === undefined || !URL.canParse(url)) return undefined;
	const { protocol, hostname } = new URL(url);
	return protocol === 'https:' || protocol === 'http:' ? hostname : undefined;
}

function isWithinReach(host: string, credentials: ICredentialDataDecryptedObject): boolean {
	return !isOutOfReach(host) || isOutOfReach(new URL(productBaseUrl(credentials, 'tms')).hostname);
}
