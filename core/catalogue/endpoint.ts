import type { Method } from '../http/request';
import { parseMember, parseMembers, parseType } from './notation';
import type { Member, Type } from './types';

/** An endpoint as the source writes it; see `catalogue/README.md`. */
export interface WrittenEndpoint {
	title: string;
	ourId?: true;
	/** Method and path: `GET /api2/v1/projects/{projectUid}`. */
	call: string;
	/** What the parameters in the path have to be, where it is more than a text. */
	path?: Readonly<Record<string, string>>;
	query?: Readonly<Record<string, string>>;
	pages?: string;
	headers?: Readonly<Record<string, string>>;
	body?: string;
	'body*'?: string;
	form?: Readonly<Record<string, string>>;
	answers?: string;
	status?: number;
	starts?: string;
	reads?: true;
	once?: true;
	open?: true;
	deprecated?: true;
}

/** What an endpoint is known by. */
export interface Entry {
	/** Phrase's operation id; ours where no page of Phrase that was read names one. */
	readonly id: string;
	/** Whether the id is ours. */
	readonly ourId: boolean;
	/** Phrase's group of endpoints: `Job`, `Term Base`. */
	readonly tag: string;
	/** What it does, in our words, sentence case. */
	readonly title: string;
	readonly method: Method;
	/** Path below the product's base URL, with its parameters in braces. */
	readonly path: string;
	/** Version that the path names: 3 for `/api2/v3/projects`. */
	readonly version: number;
	/** Whether Phrase advises against it. */
	readonly deprecated: boolean;
}

/** One endpoint of Phrase, as far as we know it. */
export interface Endpoint extends Entry {
	/** The parameters in its path. */
	readonly pathMembers: readonly Member[];
	readonly query: readonly Member[];
	/** Bounds and default of `pageSize`, for a list that is given in pages. */
	readonly pageSize?: Member;
	/** Headers of its own. One that is no string holds JSON. */
	readonly headers: readonly Member[];
	readonly body?: Body;
	/** Parts of a `multipart/form-data` body. */
	readonly form: readonly Member[];
	/** What it answers with: one type, or several among which a header decides; none for an empty answer. */
	readonly answers: readonly Type[];
	/** Status of a success, where it is known. */
	readonly status?: number;
	/** What work it starts, and for asynchronous requests where in the answer they are. */
	readonly starts?: string;
	/** Whether it only reads, whatever its method. */
	readonly reads: boolean;
	/** Whether it spends what its path names, so that the same call never works twice. */
	readonly once: boolean;
	/** Whether it may take parameters that we do not know. */
	readonly open: boolean;
}

/** A body that is JSON or the bytes of a file. */
export interface Body {
	required: boolean;
	/** What it may be: one type, or several to choose from. */
	types: readonly Type[];
}

/** Method and path of a call such as `GET /api2/v1/projects`. */
const CALL = /^(?<method>GET|POST|PUT|PATCH|DELETE) (?<path>\/\S*)$/;

const VERSION = /^(?:\/api2)?\/v(\d+)\//;

/**
 * Reads what an endpoint of the source is known by.
 * @throws Error when its method or path cannot be read
 */
export function parseEntry(id: string, tag: string, written: WrittenEndpoint): Entry {
	const { title, call, ourId = false, deprecated = false } = written;
	const { method, path } = CALL.exec(call)?.groups ?? {};
	if (method === undefined || path === undefined) throw new Error(`'${call}' is no call`);
	return {
		id,
		ourId,
		tag,
		title,
		method: method as Method,
		path,
		version: Number(VERSION.exec(path)?.[1] ?? 0),
		deprecated,
	};
}

/**
 * Reads all that the source says of an endpoint.
 * @throws Error when a type in it cannot be read
 */
export function parseEndpoint(entry: Entry, written: WrittenEndpoint): Endpoint {
	return {
		...entry,
		pathMembers: pathNames(entry.path).map((name) =>
			parseMember(`${name}*`, written.path?.[name] ?? 'string'),
		),
		query: parseMembers(written.query),
		...(written.pages !== undefined && { pageSize: parseMember('pageSize', written.pages) }),
		headers: parseMembers(written.headers),
		...bodyOf(written),
		form: parseMembers(written.form),
		answers: parseTypes(written.answers),
		...(written.status !== undefined && { status: written.status }),
		...(written.starts !== undefined && { starts: written.starts }),
		reads: written.reads ?? entry.method === 'GET',
		once: written.once ?? false,
		open: written.open ?? false,
	};
}

function bodyOf({ body: optional, 'body*': required }: WrittenEndpoint): { body?: Body } {
	const types = parseTypes(required ?? optional);
	return types.length === 0 ? {} : { body: { required: required !== undefined, types } };
}

function parseTypes(text: string | undefined): Type[] {
	return text === undefined ? [] : text.split(' | ').map(parseType);
}

/** Names of the parameters in a path, in their order. */
function pathNames(path: string): string[] {
	return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
}
