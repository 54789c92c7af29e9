import { join } from 'node:path';
import type { IncomingHttpHeaders } from 'node:http';
import addFormats from 'ajv-formats';
import { OpenAPIBackend, type Operation } from 'openapi-backend';
import { ApiError, type Product } from './errors';

/** What of a request the contract checks. */
export interface CheckedRequest {
	method: string;
	path: string;
	query: Record<string, string | string[]>;
	headers: IncomingHttpHeaders;
	/** Parsed JSON or form; for multipart one member per part. */
	body: unknown;
}

/** What the contract has found out about a request that it passes. */
export interface PassedRequest {
	/** Header parameters that hold JSON, parsed, by lower-case name. */
	jsonHeaders: Record<string, unknown>;
	/** Where the request had members that the contract does not know, such as `/query/colour`. */
	unknownMembers: string[];
}

/** One operation of the contract, as far as the server needs to know it. */
export interface ContractOperation {
	readonly operationId: string;
	/** Whether `operationId` is the sandbox's own word, because Phrase's is not known. */
	readonly hasOwnId: boolean;
	/** Upper case. */
	readonly method: string;
	/** Path as Phrase documents it. */
	readonly path: string;
	/** Path with the product's root, parameters in fastify's form (`:projectUid`). */
	readonly route: string;
	/** Whether the operation needs a session token. */
	readonly secured: boolean;
	/** Media types that the request body may have. */
	readonly mediaTypes: string[];
	/** Media types that the parts of a multipart body must have, by part name. */
	readonly partTypes: Record<string, string>;
	/** The operation as the library knows it. */
	readonly definition: Operation;
}

interface ApiFile {
	product: Product;
	file: string;
	/** Path under which the product's API lives on the sandbox's host. */
	root: string;
}

const API_FILES: ApiFile[] = [
	{ product: 'platform', file: 'platform.yaml', root: '/idm' },
	{ product: 'tms', file: 'tms.yaml', root: '/web' },
	{ product: 'languageAi', file: 'language-ai.yaml', root: '/smt/api' },
];

let loaded: Promise<Contract[]> | undefined;

/** The contracts of all products; read once per process, because they never change. */
export function loadContracts(): Promise<Contract[]> {
	loaded ??= Promise.all(API_FILES.map((api) => Contract.load(api)));
	return loaded;
}

/**
 * The OpenAPI document of one product. It is the list of the sandbox's routes and the judge over every
 * request and response; the checking itself is done by openapi-backend (with ajv).
 */
export class Contract {
	readonly operations: ContractOperation[];

	private constructor(
		readonly product: Product,
		readonly root: string,
		private readonly backend: OpenAPIBackend,
	) {
		this.operations = backend.router.getOperations().map((operation) => describe(operation, root));
	}

	/**
	 * @param strict - check the document itself against the OpenAPI schema too; slower
	 * @throws when the document is not valid
	 */
	static async load({ product, file, root }: ApiFile, strict = false): Promise<Contract> {
		const backend = new OpenAPIBackend({
			definition: join(__dirname, 'contract', file),
			apiRoot: root,
			quick: !strict,
			strict,
			// `strict` has checked the schemas already; ajv would do it again for every single one.
			ajvOpts: { allErrors: true, validateSchema: false },
			customizeAjv: (ajv) => {
				addFormats(ajv, ['date-time', 'uri']);
				return ajv;
			},
		});
		await backend.init();
		return new Contract(product, root, backend);
	}

	/**
	 * Checks a request. Header parameters that hold JSON (such as `Memsource`) are parsed first. Members that the
	 * contract does not know are taken out of query, body and headers, so that nothing comes of them: Phrase may know
	 * them.
	 *
	 * @throws ApiError 400 saying what broke the contract
	 */
	checkRequest(operation: ContractOperation, request: CheckedRequest): PassedRequest {
		const parsed = jsonHeaders(operation, request.headers);
		const headers = { ...request.headers, ...parsed };
		const { errors } = this.backend.validator.validateRequest(
			// The library's type for headers knows only texts, but it accepts what was parsed from them.
			{ ...request, headers: headers as Record<string, string> },
			operation.definition,
		);
		const unknown = (errors ?? []).filter(isUnknownMember);
		const wrong = (errors ?? []).filter((error) => !isUnknownMember(error));
		if (wrong.length > 0) {
			throw new ApiError(400, 'InvalidParameters', `Invalid parameters: ${wrong.map(explain).join('; ')}`);
		}
		const parts = { query: request.query, header: parsed, requestBody: request.body };
		return { jsonHeaders: parsed, unknownMembers: unknown.map((error) => takeOut(parts, error)) };
	}

	/**
	 * Checks a response of the sandbox.
	 *
	 * @param mediaType - of the body; undefined when there is none
	 * @param body - the body when it is JSON
	 * @returns what is wrong with it, or undefined
	 */
	checkResponse(
		operation: ContractOperation,
		status: number,
		mediaType: string | undefined,
		body: unknown,
	): string | undefined {
		const responses: Record<string, unknown> = operation.definition.responses ?? {};
		const response = responses[String(status)] ?? (status >= 400 ? responses.default : undefined);
		if (!response) return `status ${status} is not in the contract`;
		const content = (response as { content?: Record<string, unknown> }).content ?? {};
		if (mediaType !== undefined && !(mediaType in content))
			return `media type ${mediaType} is not in the contract`;
		if (mediaType !== 'application/json') return undefined;
		const { errors } = this.backend.validator.validateResponse(body, operation.definition, status);
		return errors?.map(explain).join('; ');
	}
}

/**
 * Loads every contract with the document itself checked against the OpenAPI schema.
 *
 * @throws when a document is not valid
 */
export function verifyContracts(): Promise<Contract[]> {
	return Promise.all(API_FILES.map((api) => Contract.load(api, true)));
}

/** @throws ApiError 400 when one is not JSON, or not ASCII as HTTP headers must be */
function jsonHeaders(operation: ContractOperation, headers: IncomingHttpHeaders): Record<string, unknown> {
	const parsed: Record<string, unknown> = {};
	for (const parameter of operation.definition.parameters ?? []) {
		if ('$ref' in parameter || parameter.in !== 'header' || !parameter.content?.['application/json'])
			continue;
		const name = parameter.name.toLowerCase();
		const value = headers[name];
		if (typeof value === 'string') parsed[name] = parseHeader(parameter.name, value);
	}
	return parsed;
}

function parseHeader(name: string, value: string): unknown {
	if (/[^\x20-\x7e]/.test(value)) {
		throw new ApiError(400, 'InvalidParameters', `Invalid parameters: header ${name} must be ASCII`);
	}
	try {
		return JSON.parse(value);
	} catch {
		throw new ApiError(400, 'InvalidParameters', `Invalid parameters: header ${name} is not JSON`);
	}
}

function describe(operation: Operation, root: string): ContractOperation {
	const { requestBody } = operation;
	const content = requestBody && 'content' in requestBody ? requestBody.content : {};
	const encoding = Object.entries(content['multipart/form-data']?.encoding ?? {});
	return {
		operationId: operation.operationId ?? `${operation.method} ${operation.path}`,
		hasOwnId: 'x-own-id' in operation,
		method: operation.method.toUpperCase(),
		path: operation.path,
		route: root + operation.path.replace(/\{(\w+)\}/g, ':$1'),
		secured: (operation.security ?? []).length > 0,
		mediaTypes: Object.keys(content),
		partTypes: Object.fromEntries(
			encoding.map(([part, { contentType }]) => [part, contentType ?? 'text/plain']),
		),
		definition: operation,
	};
}

interface SchemaError {
	keyword: string;
	instancePath: string;
	message?: string;
	params: Record<string, unknown>;
}

function isUnknownMember({ keyword }: SchemaError): boolean {
	return keyword === 'additionalProperties';
}

/**
 * Takes a member that the contract does not know out of a request.
 *
 * @param parts - the request's parts, as the library names them
 * @returns where it was
 */
function takeOut(parts: object, { instancePath, params }: SchemaError): string {
	const member = String(params.additionalProperty);
	const steps = instancePath
		.split('/')
		.slice(1)
		.map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
	const holder = steps.reduce((at: unknown, step) => Reflect.get(at as object, step) as unknown, parts);
	Reflect.deleteProperty(holder as object, member);
	return `${instancePath}/${member}`;
}

/** One finding of ajv in words; the text about a maximum is TMS's own. */
function explain({ keyword, instancePath, message, params }: SchemaError): string {
	if (keyword === 'maximum') return `${instancePath}: Maximum value is: ${String(params.limit)}`;
	const property = params.additionalProperty;
	return `${instancePath} ${message ?? keyword}${typeof property === 'string' ? ` (${property})` : ''}`.trim();
}
