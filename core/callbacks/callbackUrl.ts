import { createHmac } from 'node:crypto';
import { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';

import type { CallbackKind } from './callbackEvent';
import { CallbackRejected } from './callbackRejected';
import { sameText } from './sameText';

/**
 * What a callback URL carries about the call it was made for: `kind`, `projectUid`, `jobUid`, `connectorId` …
 * A flat record of short texts, because it travels in a URL.
 */
export type CallbackContext = Readonly<Record<string, string>>;

/** The context that one of our nodes puts into a URL: its kind says what a call at the URL may be about. */
export type SignedContext = CallbackContext & { kind: CallbackKind };

/** Query parameters of a received call, as n8n hands them over: a parameter given twice is an array. */
export type CallbackQuery = Readonly<Record<string, unknown>>;

/** What is known of the URL that a callback came in on. */
export interface ReceivedContext {
	/** Absent when the URL carries none that can be read. */
	context?: CallbackContext;
	/** Whether the context is proven to be ours. */
	signed: boolean;
}

const CONTEXT_PARAMETER = 'phraseContext';
const SIGNATURE_PARAMETER = 'phraseSignature';

/** Longest `phraseContext` value, in characters: servers and proxies commonly refuse URLs of 8 KB and more. */
const LONGEST_CONTEXT = 4096;

const payloadShape = onFirstUse(() =>
	z.object({
		context: z.record(z.string(), z.string()),
		/** Seconds since 1970. */
		expiresAt: z.int(),
	}),
);

/**
 * Adds the context of a call and an expiry to the URL that Phrase shall call when the work has ended.
 * Phrase documents no signature of its own on `callbackUrl` calls, so ours travels in the URL:
 * `phraseContext` is base64url JSON, `phraseSignature` the HMAC-SHA-256 of that and of the path of the URL. So a
 * signature is good for one receiver. The rest of the URL stays as it is.
 *
 * @param url the receiver, http or https
 * @param context what the receiver shall know about the call; empty texts are left out
 * @param options.secret the credential's callback signing secret; without one there is no signature
 * @param options.expiresAt from when on a receiver with the same secret refuses the URL
 * @throws Error, with a message for the user, when the URL is not usable or the context too long
 */
export function signCallbackUrl(
	url: string,
	context: SignedContext,
	options: { secret?: string; expiresAt: Date },
): string {
	const target = httpUrl(url);
	const payload = encodePayload(context, options.expiresAt);
	const ours = [`${CONTEXT_PARAMETER}=${payload}`];
	if (options.secret)
		ours.push(`${SIGNATURE_PARAMETER}=${signatureOf(payload, pathOf(url), options.secret)}`);
	target.search = [...foreignParameters(target), ...ours].join('&');
	return target.toString();
}

/**
 * Reads back what `signCallbackUrl` put into a URL.
 * Without a secret nothing can be proven: a context is handed on as it is, marked as unsigned, its expiry not
 * looked at. One that cannot be read is ignored.
 *
 * @param query query parameters of the received call
 * @param options.secret the credential's callback signing secret; empty or undefined to take unsigned calls
 * @param options.paths the paths that the receiver is reached at, one of which the URL must have been made for
 * @param options.now time to hold the expiry against
 * @throws CallbackRejected when there is a secret and the signature is missing (401), or not valid for this receiver,
 * or the URL has expired (403)
 */
export function readCallbackContext(
	query: CallbackQuery,
	{ secret, paths, now }: { secret: string | undefined; paths: readonly string[]; now: Date },
): ReceivedContext {
	const payload = query[CONTEXT_PARAMETER];
	const signature = query[SIGNATURE_PARAMETER];

	if (!secret) {
		const context = decodePayload(payload)?.context;
		return context === undefined ? { signed: false } : { context, signed: false };
	}

	if (payload === undefined || signature === undefined) {
		throw new CallbackRejected(401, 'The callback URL is not signed');
	}
	if (typeof payload !== 'string' || !isSigned(payload, signature, paths, secret)) {
		throw new CallbackRejected(403, 'The signature of the callback URL is not valid');
	}
	const proven = decodePayload(payload);
	if (proven === undefined) throw new CallbackRejected(403, 'The context of the callback URL is not valid');
	if (now.getTime() >= proven.expiresAt * 1000)
		throw new CallbackRejected(403, 'The callback URL has expired');
	return { context: proven.context, signed: true };
}

/**
 * The path of a URL, as sender and receiver both know it.
 * @param url absolute, or from its path on
 */
export function pathOf(url: string): string {
	return new URL(url, 'http://localhost').pathname.replace(/\/+$/, '');
}

function httpUrl(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
		throw new Error('The callback URL must be a full http or https URL');
	}
	return url;
}

/** The URL's own query, character for character, without what an earlier signing left there. */
function foreignParameters(url: URL): string[] {
	return url.search
		.slice(1)
		.split('&')
		.filter((parameter) => parameter !== '')
		.filter((parameter) => !/^phrase(?:Context|Signature)(?:=|$)/.test(parameter));
}

function encodePayload(context: CallbackContext, expiresAt: Date): string {
	const payload = payloadShape().parse({
		context: Object.fromEntries(Object.entries(context).filter(([, value]) => value !== '')),
		expiresAt: Math.floor(expiresAt.getTime() / 1000),
	});
	const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
	if (text.length > LONGEST_CONTEXT) {
		throw new Error(
			`The context of the callback URL is too long: ${text.length} characters, ${LONGEST_CONTEXT} at most`,
		);
	}
	return text;
}

function decodePayload(text: unknown): z.infer<ReturnType<typeof payloadShape>> | undefined {
	if (typeof text !== 'string' || text.length > LONGEST_CONTEXT) return undefined;
	try {
		return payloadShape().safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
	} catch {
		return undefined;
	}
}

/** Compares with each of them, so that the time does not tell which one it is. */
function isSigned(payload: string, signature: unknown, paths: readonly string[], secret: string): boolean {
	return paths.map((path) => sameText(signature, signatureOf(payload, path, secret))).includes(true);
}

/** A path holds no line break, so that nothing can be moved from one part to the other. */
function signatureOf(payload: string, path: string, secret: string): string {
	return createHmac('sha256', secret).update(`${path}\n${payload}`).digest('base64url');
}
