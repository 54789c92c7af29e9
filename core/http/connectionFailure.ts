import { PhraseError, type ErrorKind } from './errors';
import { proxyFor, proxyHost } from './proxies';
import { toProxyError } from './proxyFailure';

const UNSENT = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'UND_ERR_CONNECT_TIMEOUT',
]);

const BROKEN = new Set([
	'ECONNRESET',
	'EPIPE',
	'ETIMEDOUT',
	'ECONNABORTED',
	'UND_ERR_SOCKET',
	'UND_ERR_HEADERS_TIMEOUT',
	'UND_ERR_BODY_TIMEOUT',
	'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
	'Z_BUF_ERROR',
]);

/**
 * Turns what went wrong with a connection into an error that a user understands.
 * @param error as undici or Node.js threw it
 * @param url what was called
 */
export function toConnectionError(error: unknown, url: URL): PhraseError {
	if (error instanceof PhraseError) return error;
	const refusal = toProxyError(error, url);
	if (refusal !== undefined) return refusal;
	const code = codeOf(error);
	const kind = connectionKind(code);
	const { message, description } = explain(code, kind, url);
	return new PhraseError({
		kind,
		message,
		description: code ? `${description} [${code}]` : description,
	});
}

/** What the code of Node.js, undici or axios says of a call. */
export function connectionKind(code: string): ErrorKind {
	if (UNSENT.has(code)) return 'unreachable';
	return BROKEN.has(code) || code.startsWith('HPE_') ? 'perhapsDone' : 'unusable';
}

function explain(code: string, kind: ErrorKind, url: URL): { message: string; description: string } {
	const { host } = url;
	const proxy = proxyFor(url);
	if (proxy !== undefined && kind === 'unreachable') {
		return {
			message: `The proxy ${proxyHost(proxy)} could not be reached, through which calls to ${host} go`,
			description: 'Check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY on the machine that runs n8n.',
		};
	}
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return {
			message: `The host ${host} could not be found`,
			description: 'Check the region or the URL in the credential, and the DNS of the machine that runs n8n.',
		};
	}
	if (kind === 'unreachable') {
		return {
			message: `No connection to ${host} could be made`,
			description:
				'Check the URL in the credential, and the network, firewall and proxy of the machine that runs n8n.',
		};
	}
	if (code.endsWith('_TIMEOUT') || code === 'ETIMEDOUT') {
		return {
			message: `${host} stayed silent for too long`,
			description:
				'Try again later. For large amounts of data, an operation that works asynchronously is the better choice.',
		};
	}
	if (proxy?.startsWith('https:') && /ERR_SSL|EPROTO/.test(code)) {
		return {
			message: `The proxy ${proxyHost(proxy)} does not speak TLS`,
			description:
				"Write http:// before its address in the variable that names it: without a scheme, the call's own counts, https://.",
		};
	}
	if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
		return {
			message: `The TLS connection to ${host} could not be trusted`,
			description:
				"Check the URL in the credential. When a proxy or Phrase's host uses a certificate of your own authority, name that authority in NODE_EXTRA_CA_CERTS.",
		};
	}
	if (kind === 'perhapsDone') {
		return { message: `The connection to ${host} was lost`, description: 'Try again later.' };
	}
	return {
		message: `The call to ${host} could not be completed`,
		description: 'Check the URL in the credential, and the network and proxy of the machine that runs n8n.',
	};
}

/** The code of an error, or of the one inside it that says more. */
function codeOf(error: unknown): string {
	const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
	if (typeof code === 'string') return code;
	return cause === undefined ? '' : codeOf(cause);
}
