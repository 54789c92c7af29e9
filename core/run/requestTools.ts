import type { IExecuteFunctions } from 'n8n-workflow';
import { signCallbackUrl, type SignedContext } from '../callbacks/callbackUrl';
import type { CallbackTarget } from '../fields/notify';
import { productBaseUrl } from '../http/baseUrl';
import type { Product } from '../http/client.types';
import type { Credential } from '../http/credential';
import type { PhraseRequest } from '../http/request';
import type { Operation, RequestTools } from '../operation/operation';
import { assertNotifiable } from './assertNotifiable';
import { resumeUrlOf } from './resumeUrl';
import { whySleepless } from './whySleepless';

/** Phrase redelivers a callback for some hours; the work before it may take days. */
const CALLBACK_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** How long the execution will sleep is decided by a later node; its URL is good for nothing once it is awake. */
const SLEEPER_LIFE_MS = 366 * 24 * 60 * 60 * 1000;

/** What the requests of a run may need, as one account. */
export interface RunTools extends RequestTools {
	/** Why the execution cannot sleep, a sentence for the user; undefined when it can. */
	sleepless: () => string | undefined;
}

/** Reads once per run and credential what makes callback URLs trustworthy, and whether Phrase can call them. */
export async function requestTools(
	context: IExecuteFunctions,
	product: Product,
	credential: Credential,
	operation: Operation,
): Promise<RunTools> {
	const secret = await credential.signingSecret();
	const phraseUrl = productBaseUrl(await credential.read(), product);
	// Asked only where somebody is to sleep: n8n evaluates an expression for it.
	let known: { why: string | undefined } | undefined;
	const sleepless = () => (known ??= { why: whySleepless(context, operation, phraseUrl) }).why;
	return {
		sleepless,
		callbackUrl: (target: CallbackTarget, callbackContext: SignedContext) => {
			if (target.parameter === 'While Waiting' && sleepless() !== undefined) return undefined;
			const url = target.thisExecution ? resumeUrlOf(context) : target.url;
			if (url === undefined) return undefined;
			assertNotifiable(url, target, phraseUrl);
			if (!target.withContext) return url;
			return signCallbackUrl(url, callbackContext, {
				secret,
				expiresAt: new Date(Date.now() + (target.thisExecution ? SLEEPER_LIFE_MS : CALLBACK_LIFE_MS)),
			});
		},
	};
}

/**
 * Makes an operation's request.
 * @throws PhraseError when the values make no request
 * @throws Error for an operation that calls nobody
 */
export function toRequest(
	operation: Operation,
	values: Record<string, unknown>,
	tools: RequestTools,
): PhraseRequest {
	return confidentially(tools, (ownTools) => {
		if (operation.request === undefined) throw new Error(`'${operation.name}' calls nobody`);
		return operation.request(values, ownTools);
	});
}

/**
 * Makes a request. Whoever knows a URL that it gives to Phrase can wake or start something, so no error shows it, or what
 * makes it secret.
 */
export function confidentially(
	tools: RequestTools,
	make: (tools: RequestTools) => PhraseRequest,
): PhraseRequest {
	const urls: string[] = [];
	const request = make({
		...tools,
		callbackUrl: (target, context) => {
			const url = tools.callbackUrl(target, context);
			if (url !== undefined) urls.push(url, ...new URL(url).searchParams.values());
			return url;
		},
	});
	return urls.reduce((confidential, url) => confidential.confidential(url), request);
}
