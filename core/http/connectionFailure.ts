import { PhraseError } from './errors';

/** Why one attempt to send a request came to nothing. */
export type Failure =
	/** Phrase answered, with a status that is not a success. */
	| { kind: 'answered'; status: number; retryAfter?: string }
	/** No connection was made, so no byte was sent. */
	| { kind: 'unsent' }
	/** The connection was lost, or silent for too long, after something may have been sent. */
	| { kind: 'broken' }
	/** Another attempt would end the same way. */
	| { kind: 'final' };

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

/** A connection that could not be made, was lost, or fell silent. */
export class ConnectionError extends PhraseError {
	constructor(
		readonly failure: Failure,
		{ message, description }: { message: string; description: string },
	) {
		super({ message, description, transient: failure.kind !== 'final' });
	}
}

/**
 * Turns what went wrong with a connection into an error that a user understands.
 * @param error as undici or Node.js threw it
 * @param host the host that was called
 */
export function toConnectionError(error: unknown, host: string): ConnectionError {
	const code = codeOf(error);
	const failure = classify(code);
	const { message, description } = explain(code, failure.kind, host);
	return new ConnectionError(failure, {
		message,
		description: code ? `${description} [${code}]` : description,
	});
}

function classify(code: string): Failure {
	if (UNSENT.has(code)) return { kind: 'unsent' };
	return BROKEN.has(code) || code.startsWith('HPE_') ? { kind: 'broken' } : { kind: 'final' };
}

function explain(
	code: string,
	kind: Failure['kind'],
	host: string,
): { message: string; description: string } {
	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return {
			message: `The host ${host} could not be found`,
			description: 'Check the region or the URL in the credential, and the DNS of the machine that runs n8n.',
		};
	}
	if (kind === 'unsent') {
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
	if (/CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/.test(code)) {
		return {
			message: `The TLS connection to ${host} could not be trusted`,
			description:
				"Check the URL in the credential. When a proxy or Phrase's host uses a certificate of your own authority, name that authority in NODE_EXTRA_CA_CERTS.",
		};
	}
	if (kind === 'broken') {
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
