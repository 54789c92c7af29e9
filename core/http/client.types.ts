import type { Readable } from 'node:stream';
import type {
	IExecuteFunctions,
	IHookFunctions,
	ILoadOptionsFunctions,
	IPollFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';
import type { PhraseRequest } from './request';

/** The n8n contexts that can call Phrase. */
export type CallingContext =
	IExecuteFunctions | ILoadOptionsFunctions | IWebhookFunctions | IHookFunctions | IPollFunctions;

/** The product whose base URL and error style apply. */
export type Product = 'tms' | 'languageAi';

/** A complete answer. */
export interface PhraseResponse {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, string>>;
	/** Parsed JSON, or undefined when the answer has no body. */
	body: unknown;
}

/** An answer whose bytes have not been read yet. */
export interface PhraseStream {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, string>>;
	/**
	 * The bytes. Ends with an error when fewer arrive than `content-length` said, when the server is silent for
	 * longer than the idle time-out, or when the execution is stopped.
	 */
	body: Readable;
}

/** Speaks HTTP with Phrase for one node run: connections, authorization, time-outs, retries and errors. */
export interface PhraseClient {
	/**
	 * Sends a request and reads its JSON answer.
	 * @param signal ends this call, repetitions included; what it gives as its reason is thrown
	 * @throws PhraseError when Phrase refuses the call, or cannot be reached after the allowed repetitions
	 */
	send(request: PhraseRequest, signal?: AbortSignal): Promise<PhraseResponse>;

	/**
	 * Sends a request and hands over the answer's bytes as a stream, which the caller must consume or destroy.
	 * @param signal ends this call, the stream included
	 * @throws PhraseError as `send` does; errors while the bytes flow are errors of the stream
	 */
	open(request: PhraseRequest, signal?: AbortSignal): Promise<PhraseStream>;
}
