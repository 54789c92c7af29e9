import type { Method } from '../http/request';
import type { Catalogue } from './catalogue';
import type { Endpoint } from './endpoint';
import { parseMember } from './notation';

/** What a call gives: a list, a file, work that goes on in Phrase, or one object; unknown until it has answered. */
export type AnswerKind = 'list' | 'file' | 'work' | 'one' | 'unknown';

/** An endpoint as a user refers to it. */
export interface Chosen {
	endpoint: Endpoint;
	/** Whether the catalogue has it. */
	isKnown: boolean;
	/** What stands in the path in place of its parameters. */
	inPath: Readonly<Record<string, string>>;
	/** What stands after the path, `name=a&name=b`. */
	search: string;
}

/** Matches a method and a path as users type them, and as lists give them. */
export const REFERENCE =
	/^\s*(GET|POST|PUT|PATCH|DELETE)\s+(\/[!$-;=@-Z_a-z{}~]*)(?:\?([!$-;=?@-Z_a-z{}~]*))?(?:#\w*)?\s*$/;

/**
 * How a saved workflow refers to an endpoint: method and path, and what it answers with, so that n8n shows the parameters
 * that go with that: `GET /api2/v1/projects#list`.
 */
export function referenceTo(endpoint: Endpoint): string {
	const kind = answerKindOf({ endpoint, isKnown: true });
	return kind === 'unknown' ? callOf(endpoint) : `${callOf(endpoint)}#${kind}`;
}

/** Method and path, as Phrase's documents write them. */
export function callOf({ method, path }: Pick<Endpoint, 'method' | 'path'>): string {
	return `${method} ${path}`;
}

/**
 * What a user refers to by method and path. The path has its parameters in braces, or what they are in this call.
 * @returns undefined when it is no method and path
 */
export function chosenEndpoint(catalogue: Catalogue, reference: string): Chosen | undefined {
	const [, method, path, search = ''] = REFERENCE.exec(reference) ?? [];
	if (method === undefined || path === undefined) return undefined;
	const known = catalogue.find(method, path);
	const endpoint = known ?? unknownEndpoint(method as Method, path);
	return { endpoint, isKnown: known !== undefined, inPath: givenIn(path, endpoint.path), search };
}

/** What a call answers with, as far as the catalogue tells. */
export function answerKindOf({ endpoint, isKnown }: Pick<Chosen, 'endpoint' | 'isKnown'>): AnswerKind {
	const { starts, pageSize, answers, open } = endpoint;
	if (starts !== undefined) return 'work';
	if (pageSize !== undefined || answers.some(({ kind }) => kind === 'page')) return 'list';
	if (answers.some(({ kind }) => kind === 'file')) return 'file';
	return !isKnown || (open && answers.length === 0) ? 'unknown' : 'one';
}

/** An endpoint of which nothing is known but its call. */
function unknownEndpoint(method: Method, path: string): Endpoint {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
	return {
		id: '',
		ourId: true,
		tag: '',
		title: '',
		method,
		path,
		version: 0,
		pathMembers: names.map((name) => parseMember(`${name}*`, 'string')),
		query: [],
		headers: [],
		form: [],
		answers: [],
		reads: method === 'GET',
		once: false,
		open: true,
		deprecated: false,
	};
}

/** The values that stand in a path where its template has parameters. */
function givenIn(path: string, template: string): Record<string, string> {
	const segments = path.split('/');
	const given = template.split('/').flatMap((part, index) => {
		const [, name] = /^\{(\w+)\}$/.exec(part) ?? [];
		const value = segments[index] ?? '';
		return name === undefined || /^\{\w+\}$/.test(value) ? [] : [[name, decoded(value)] as const];
	});
	return Object.fromEntries(given);
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
