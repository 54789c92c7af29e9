import { PhraseError, type ErrorKind } from './errors';
import { LOOK_FIRST, lookFirst } from './lookFirst';
import type { Repeat } from './request';
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
	'UND_ERR_ABORTED',
	'UND_ERR_DESTROYED',
	'UND_ERR_INFO',
	'ERR_STREAM_PREMATURE_CLOSE',
	'Z_BUF_ERROR',
]);

/**
 * Turns what went wrong with a connection into an error that a user understands.
 * @param error as undici or Node.js threw it
 * @param url what was called
 * @param repeat when the request may be sent again: what may have been done is not to be done twice
 */
export function toConnectionError(error: unknown, url: URL, repeat: Repeat = 'always'): PhraseError {
	if (error instanceof PhraseError) return error;
	const refusal = toProxyError(error, url);
	if (refusal !== undefined) return refusal;
	const code = codeOf(error);
	const kind = connectionKind(code);
	const { message, description } = explain(code, kind, url);
	const advice = kind === 'perhapsDone' && repeat !== 'always' ? LOOK_FIRST : description;
	const failure = new PhraseError({ kind, message, description: code ? `${advice} [${code}]` : advice });
	return kind === 'unusable' && !isAboutTrust(code) ? lookFirst(failure, repeat) : failure;
}

/** What the code of Node.js, undici or axios says of a call. */
export function connectionKind(code: string): ErrorKind {
	if (UNSENT.has(code)) return 'unreachable';
	if (code === 'UND_ERR_INVALID_ARG') return 'parameter';
	return BROKEN.has(code) ? 'perhapsDone' : 'unusable';
}

function explain(code: string, kind: ErrorKind, url: URL): { message: string; description: string } {
	const { host } = url;
	const proxy = proxyFor(url);
	if (proxy !== undefined && kind === 'unreachable') {
		return {
			message: `Could not reach the proxy ${proxyHost(proxy)}, through which calls to ${host} go`,
			description: 'Check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY on the machine that runs n8n.',
		};
	}
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return {
			message: `Could not find the host ${host}`,
			description: 'Check the region or the URL in the credential, and the DNS of the machine that runs n8n.',
		};
	}
	if (kind === 'unreachable') {
		return {
			message: `Could not connect to ${host}`,
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
	if (isAboutTrust(code)) {
		return {
			message: `Could not trust the TLS connection to ${host}`,
			description:
				"Check the URL in the credential. When a proxy or Phrase's host uses a certificate of your own authority, name that authority in NODE_EXTRA_CA_CERTS.",
		};
	}
	if (kind === 'parameter') {
		return {
			message: `The call to ${host} holds characters that HTTP does not allow`,
			description: 'Check the credential: a token or a URL may hold a line break.',
		};
	}
	if (code.startsWith('HPE_') || code === 'UND_ERR_HEADERS_OVERFLOW') {
		return {
			message: `${host} gave an answer that breaks the rules of HTTP`,
			description:
				'Check the region or the URL in the credential, and whether a proxy answers in place of Phrase.',
		};
	}
	if (code.startsWith('Z_') && kind === 'unusable') {
		return {
			message: `Could not unpack the answer of ${host}`,
			description: 'Check whether a proxy between n8n and Phrase changes answers.',
		};
	}
	if (kind === 'perhapsDone') {
		return { message: `The connection to ${host} was lost`, description: 'Try again later.' };
	}
	return {
		message: `Could not complete the call to ${host}`,
		description: 'Check the URL in the credential, and the network and proxy of the machine that runs n8n.',
	};
}

/** Whether TLS failed, before anything was sent. */
function isAboutTrust(code: string): boolean {
	return /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code);
}

/** The code of an error, or of the one inside it that says more. */
function codeOf(error: unknown): string {
	const { code, cause, name } = (error ?? {}) as { code?: unknown; cause?: unknown; name?: unknown };
	if (typeof code === 'string') return code;
	// undici knows the parser's codes, but loses them.
	if (name === 'HTTPParserError') return 'HPE_INVALID';
	return cause === undefined ? '' : codeOf(cause);
}
