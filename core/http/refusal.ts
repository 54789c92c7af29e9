import { z } from 'zod/v4';
import { onFirstUse } from './onFirstUse';
import type { Product } from './client.types';
import { PhraseError, type ErrorKind } from './errors';
import { LOOK_FIRST } from './lookFirst';
import type { Repeat } from './request';
import { sentence } from './sentence';
import { tooMany, type TooMany } from './tooMany';

/** An answer that is not a success, its body cut to a bounded length. */
export interface Refusal {
	status: number;
	/** Header names in lower case. */
	headers: Readonly<Record<string, string>>;
	text: string;
}

const PRODUCT_NAME: Record<Product, string> = { tms: 'Phrase TMS', languageAi: 'Phrase Language AI' };

/** What the user can do next, by status. */
const ADVICE: Readonly<Record<number, string>> = {
	400: 'Check the values of the parameters.',
	401: 'Open the credential, check it and test it: the token or password may have expired or been replaced.',
	403: 'Check the role and the rights of the Phrase user that the credential belongs to.',
	404: 'Check the IDs, and that they belong to the organization and the region of the credential.',
	405: 'Check the URL in the credential: it may name another product.',
	408: 'Try again later.',
	409: 'The resource is in a state that does not allow this. Look at its state in Phrase, then try again.',
	410: 'It is no longer there: start the step again that made it.',
	413: 'The file or the request is larger than Phrase accepts: split it.',
	415: "Check the file's type: Phrase does not take this one here.",
	422: 'Check the values of the parameters.',
	429: "Run fewer workflows for this Phrase user at the same time, or lower 'Parallel Requests'.",
};

const MESSAGE: Readonly<Record<number, string>> = {
	400: 'did not accept the request',
	401: 'did not accept the credential',
	403: 'does not allow this to the user of the credential',
	404: 'did not find what the call asked for',
	405: 'does not offer this call',
	408: 'stopped waiting for the request',
	409: 'refused the request because of a conflict',
	410: 'no longer has what the call asked for',
	413: 'refused the request because it is too large',
	415: 'refused the type of the file',
	422: 'did not accept the request',
};

/**
 * Turns an answer that is not a success into an error that a user understands, whatever its style: TMS
 * (`errorCode`, `errorDescription`), Language AI (`title`, `detail`, `arguments`), Platform (`error`,
 * `error_description`), connectors (`errors`), HTML or nothing.
 *
 * @param call.repeat when the refused request may be sent again: what may have been done is not to be done twice
 * @param call.subject what the call is about, in words
 */
export function toRefusalError(
	refusal: Refusal,
	{ product, repeat, subject }: { product: Product; repeat: Repeat; subject?: string },
): PhraseError {
	const { status, headers, text } = refusal;
	const said = readErrorBody(text);
	const actionId = headers['memsource-action-id'];
	const kind = kindOfStatus(status);
	return new PhraseError({
		kind,
		message: `${notFound(status, subject) ?? `${PRODUCT_NAME[product]} ${happened(status, headers)}`} (HTTP ${status})`,
		description: [
			quote(said),
			kind === 'perhapsDone' && repeat !== 'always' ? LOOK_FIRST : advice(status),
			actionId && `Memsource-Action-Id: ${actionId}.`,
		]
			.filter(Boolean)
			.join(' '),
		httpCode: status,
		errorCode: said.code,
		actionId,
	});
}

/** What a status that is no success says of the call. */
export function kindOfStatus(status: number): ErrorKind {
	if (status === 429 || status === 503) return 'busy';
	return status === 408 || (status >= 500 && status !== 501) ? 'perhapsDone' : 'refused';
}

/** Says which thing is not there, where the call names it. */
function notFound(status: number, subject: string | undefined): string | undefined {
	if (status !== 404 || subject === undefined) return undefined;
	return `${subject.charAt(0).toUpperCase()}${subject.slice(1)} was not found`;
}

const TOO_MANY: Record<TooMany, string> = {
	inAMinute: 'receives more requests in a minute than it allows',
	atOnce: 'receives more requests at the same time than it allows',
};

function happened(status: number, headers: Refusal['headers']): string {
	if (status === 429) return TOO_MANY[tooMany(headers)];
	if (status >= 300 && status < 400) return 'sent the request to another address';
	if (status >= 500) return status === 501 ? 'does not offer this call' : 'could not process the request';
	return MESSAGE[status] ?? 'refused the request';
}

function advice(status: number): string {
	if (status >= 300 && status < 400) {
		return "Phrase's APIs do not redirect: check the region or the URL in the credential.";
	}
	if (status >= 500)
		return 'Try again later. If it stays so, quote the Memsource-Action-Id to Phrase support.';
	return ADVICE[status] ?? 'Check the values of the parameters.';
}

function quote({ text, code }: ErrorBody): string | undefined {
	const words = [text && sentence(text), code && `[${code}]`].filter(Boolean).join(' ');
	return words && `Phrase says: ${words}`;
}

/** What an error body says. */
export interface ErrorBody {
	text?: string;
	code?: string;
}

/** A value that is left out when it is of another type, so that one odd member does not hide the others. */
const lenient = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const bodySchema = onFirstUse(() => {
	const word = lenient(z.union([z.string().trim().min(1), z.number().transform(String)]));
	const one = z.object({ code: word, message: word });
	return z.object({
		errorCode: word,
		errorDescription: word,
		errorDesc: word,
		errorDetails: lenient(z.array(one)),
		error: word,
		error_description: word,
		type: word,
		title: word,
		detail: word,
		arguments: lenient(z.array(z.object({ name: word, value: word }))),
		errors: lenient(z.array(one)),
		message: word,
	});
});

/** Longest text of Phrase that is shown, in characters. */
const LONGEST_TEXT = 1000;

/**
 * Reads Phrase's own words from the body of an error answer.
 * @param text the body; HTML and other text that is not JSON says nothing to a user and is left out
 */
export function readErrorBody(text: string): ErrorBody {
	const body = bodySchema().safeParse(parseJson(text)).data;
	if (body === undefined) return {};
	const details = [...(body.errorDetails ?? []), ...(body.errors ?? [])];
	const values = (body.arguments ?? []).map(({ name, value }) => `${name ?? ''}: ${value ?? ''}`);
	const main =
		body.errorDescription ??
		body.errorDesc ??
		body.error_description ??
		body.detail ??
		body.title ??
		body.message;
	const texts = [
		main,
		...details.map(({ message }) => message),
		values.length > 0 && `(${values.join(', ')})`,
	];
	return {
		text: [...new Set(texts.filter(Boolean))].join(' ').slice(0, LONGEST_TEXT) || undefined,
		code: body.errorCode ?? body.error ?? details[0]?.code ?? problemType(body.type),
	};
}

/** `about:blank` is the problem style's way to say that there is no code. */
function problemType(type: string | undefined): string | undefined {
	return type === 'about:blank' ? undefined : type;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
