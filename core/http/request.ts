import type { Readable } from 'node:stream';
import { isEmpty, withoutEmpty } from './jsonBody';
import { encodeSegment } from './pathSegment';
import { asRecord } from './read';
import { subjectOf } from './subject';
import { assertWellFormed } from './wellFormed';

/** HTTP methods that Phrase's APIs use. */
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A value of a query parameter; an array repeats its key, an empty value is left out. */
export type QueryValue = string | number | boolean | null | undefined | ReadonlyArray<string | number>;

/**
 * Bytes that can be opened more than once, so that a request can be repeated from the start.
 */
export interface ByteSource {
	/** File name as the user knows it; may hold any character. */
	fileName: string;
	/** Media type, for example `text/plain`. */
	mimeType: string;
	/** Length in bytes, when it is known before the bytes are read. */
	size?: number;
	/** Opens a new stream from the first byte. */
	open(): Promise<Readable>;
}

/** One part of a `multipart/form-data` body. */
export type Part =
	{ name: string; json: Record<string, unknown> } | { name: string; file: ByteSource; contentType: string };

/** What a request carries. */
export type Body =
	| { kind: 'json'; value: unknown }
	| { kind: 'bytes'; source: ByteSource; contentType: string }
	| { kind: 'multipart'; parts: Part[] };

/**
 * When a request may be sent again.
 * - `always`: the call changes nothing, or the same thing again: after a network error, 408, 429 and 5xx.
 * - `refused`: the call creates something: only when Phrase said it did not take it (429, 503), or no byte was sent.
 * - `never`: the call spends something, such as a single-use download id.
 */
export type Repeat = 'always' | 'refused' | 'never';

interface Parts {
	method: Method;
	path: string;
	query: Readonly<Record<string, QueryValue>>;
	headers: Readonly<Record<string, string>>;
	body?: Body;
	accept: string;
	repeat: Repeat;
	secrets: readonly string[];
	subject: () => string | undefined;
}

/**
 * The description of one call to Phrase: a value without connection, credential or item.
 * Each method returns a changed copy.
 */
export class PhraseRequest {
	private constructor(private readonly parts: Parts) {}

	/**
	 * @param method HTTP method
	 * @param path path below the product's base URL, its segments already encoded
	 * @param repeat when the request may be sent again
	 * @param subject tells what it is about, in words
	 */
	static to(method: Method, path: string, repeat: Repeat, subject: () => string | undefined): PhraseRequest {
		return new PhraseRequest({
			method,
			path,
			query: {},
			headers: {},
			accept: 'application/json',
			repeat,
			secrets: [],
			subject,
		});
	}

	get method(): Method {
		return this.parts.method;
	}

	get path(): string {
		return this.parts.path;
	}

	get headers(): Readonly<Record<string, string>> {
		return this.parts.headers;
	}

	get body(): Body | undefined {
		return this.parts.body;
	}

	/** Value of the `Accept` header. */
	get accept(): string {
		return this.parts.accept;
	}

	get repeat(): Repeat {
		return this.parts.repeat;
	}

	/** What the request carries and nobody may read, not even in Phrase's words about it. */
	get secrets(): readonly string[] {
		return this.parts.secrets;
	}

	/** What the request is about, in words: 'job abc in project xyz'; undefined when its path does not tell. */
	get subject(): string | undefined {
		return this.parts.subject();
	}

	/**
	 * Path with the encoded query string.
	 * @throws ParameterError when a value cannot be written in UTF-8
	 */
	get target(): string {
		const search = new URLSearchParams();
		for (const [key, value] of Object.entries(this.parts.query)) {
			const values = Array.isArray(value) ? value : [value];
			for (const one of values.filter((given) => !isEmpty(given)).map(String)) {
				assertWellFormed(one, `The value of '${key}'`);
				search.append(key, one);
			}
		}
		const text = search.toString();
		return text === '' ? this.path : `${this.path}?${text}`;
	}

	/** Adds query parameters; empty ones are left out, arrays repeat their key. */
	query(query: Record<string, QueryValue>): PhraseRequest {
		return this.with({ query: { ...this.parts.query, ...query } });
	}

	/** Adds a header. The value must be printable ASCII; see `asciiJson` for JSON. */
	header(name: string, value: string): PhraseRequest {
		return this.with({ headers: { ...this.parts.headers, [name.toLowerCase()]: value } });
	}

	/** Sends a JSON body without the members the user left empty; those that are `CLEARED` are null. */
	json(value: object): PhraseRequest {
		return this.with({ body: { kind: 'json', value: withoutEmpty(value) ?? {} } });
	}

	/** Sends a JSON body as it is, with all that is empty in it. */
	exactJson(value: unknown): PhraseRequest {
		return this.with({ body: { kind: 'json', value } });
	}

	/** Sends the bytes of a file as they are. */
	bytes(source: ByteSource, contentType = 'application/octet-stream'): PhraseRequest {
		return this.with({ body: { kind: 'bytes', source, contentType } });
	}

	/** Sends `multipart/form-data`, its JSON parts without the members the user left empty. */
	multipart(parts: Part[]): PhraseRequest {
		return this.with({
			body: {
				kind: 'multipart',
				parts: parts.map((part) =>
					'json' in part ? { ...part, json: asRecord(withoutEmpty(part.json)) } : part,
				),
			},
		});
	}

	/** Asks for another media type than JSON. */
	accepting(mediaType: string): PhraseRequest {
		return this.with({ accept: mediaType });
	}

	/** Overrules when this request may be sent again. */
	repeatable(repeat: Repeat): PhraseRequest {
		return this.with({ repeat });
	}

	/** Keeps a text that the request carries out of errors, in which Phrase may quote it; undefined is none. */
	confidential(text: string | undefined): PhraseRequest {
		return text === undefined ? this : this.with({ secrets: [...this.parts.secrets, text] });
	}

	private with(change: Partial<Parts>): PhraseRequest {
		return new PhraseRequest({ ...this.parts, ...change });
	}
}

/** A request of which it is still to be said when it may be sent again. */
export interface Undecided {
	repeatable(repeat: Repeat): PhraseRequest;
}

/** A template tag that makes a request and encodes each value put into the path. */
type PathTag<R> = (literal: TemplateStringsArray, ...values: Array<string | number>) => R;

/** For methods that change nothing, or the same thing when sent again. */
const safe =
	(method: Method): PathTag<PhraseRequest> =>
	(literal, ...values) =>
		PhraseRequest.to(method, toPath(literal, values), 'always', () => subjectOf(literal, values));

/** For methods of which only the endpoint tells what sending twice would do. */
const undecided =
	(method: Method): PathTag<Undecided> =>
	(literal, ...values) => ({
		repeatable: (repeat) =>
			PhraseRequest.to(method, toPath(literal, values), repeat, () => subjectOf(literal, values)),
	});

export const GET = safe('GET');
export const DELETE = safe('DELETE');
export const POST = undecided('POST');
export const PUT = undecided('PUT');
export const PATCH = undecided('PATCH');

/**
 * A request whose path is only known when it is made.
 * @param template path with its parameters in braces
 * @param values what to put in their place, by their names
 * @throws ParameterError when a value is missing, or cannot be a segment of a path
 */
export function requestAt(
	{ method, template, repeat }: { method: Method; template: string; repeat: Repeat },
	values: Readonly<Record<string, string | number>>,
): PhraseRequest {
	// Every other piece is the name of a parameter.
	const pieces = template.split(/\{(\w+)\}/);
	const literal = pieces.filter((_piece, index) => index % 2 === 0);
	const given = pieces.filter((_piece, index) => index % 2 === 1).map((name) => values[name] ?? '');
	return PhraseRequest.to(method, toPath(literal, given), repeat, () => subjectOf(literal, given));
}

/** @throws ParameterError when a value cannot be a segment of a path */
function toPath(literal: readonly string[], values: ReadonlyArray<string | number>): string {
	return literal.reduce((path, text, index) => `${path}${encodeSegment(values[index - 1], path)}${text}`);
}
