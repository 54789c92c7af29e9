import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Endpoint, Entry } from '../../core/catalogue/endpoint';
import type { Type } from '../../core/catalogue/types';
import type { Product } from '../errors';
import { LOG_INS, OAUTH } from './signIn';

/** How a part of a `multipart/form-data` body is read. */
export interface FormPart {
	kind: 'file' | 'json';
	/** Whether there may be several of it. */
	isList: boolean;
	/** The only media type that it may have; undefined when it does not matter. */
	mediaType?: string;
}

/** An endpoint as the server needs to know it. */
export interface ContractOperation {
	readonly endpoint: Endpoint;
	/** Defines the types that the endpoint names. */
	readonly catalogue: Catalogue;
	readonly operationId: string;
	/** Path with the product's root, its parameters in braces. */
	readonly path: string;
	/** Whether it needs a session token. */
	readonly secured: boolean;
	/** Media types that the request body may have. */
	readonly mediaTypes: readonly string[];
	/** Parts of a multipart body, by name. */
	readonly parts: Readonly<Record<string, FormPart>>;
	/** Status of its success. */
	readonly status: number;
	/** The JSON that it takes; undefined when it takes none. */
	readonly json?: Type;
	/** The JSON that it answers with; undefined when it answers with none. */
	readonly answer?: Type;
	/** Whether it may answer with a file. */
	readonly answersFile: boolean;
}

/**
 * Looks at an endpoint as the server needs to know it.
 *
 * @param root - path under which the product's API lives on the sandbox's host
 */
export function operationOf(
	entry: Entry,
	catalogue: Catalogue,
	product: Product,
	root: string,
): ContractOperation {
	const endpoint = catalogue.endpoint(entry);
	const { id, tag, path, body, form, answers, open } = endpoint;
	const json = body?.types.find((type) => !isFile(type));
	return {
		endpoint,
		catalogue,
		operationId: id,
		path: root + path,
		secured: tag !== OAUTH && !LOG_INS.has(id),
		mediaTypes: mediaTypesOf(endpoint),
		parts: Object.fromEntries(form.map(({ name, type }) => [name, partOf(type, product)])),
		status: endpoint.status ?? (answers.length === 0 && !open ? 204 : 200),
		json,
		answer: answers.find((type) => !isFile(type)),
		answersFile: answers.some(isFile),
	};
}

function mediaTypesOf({ tag, method, body, form, open }: Endpoint): string[] {
	if (tag === OAUTH) return ['application/x-www-form-urlencoded'];
	if (form.length > 0) return ['multipart/form-data'];
	if (open && method !== 'GET') return ['application/json'];
	const types = body?.types.map((type) => (isFile(type) ? 'application/octet-stream' : 'application/json'));
	return types ?? [];
}

/** Language AI documents the media types of the parts and insists on them; TMS does not say. */
function partOf(type: Type, product: Product): FormPart {
	const kind = isFile(type.kind === 'list' ? type.of : type) ? 'file' : 'json';
	const strict = kind === 'file' ? 'application/octet-stream' : 'application/json';
	return {
		kind,
		isList: type.kind === 'list',
		...(product === 'languageAi' && { mediaType: strict }),
	};
}

function isFile({ kind }: Type): boolean {
	return kind === 'file';
}
