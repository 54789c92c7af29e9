import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorObject } from 'ajv';
import { Catalogue, catalogueOf } from '../core/catalogue/catalogue';
import type { Definition, Type } from '../core/catalogue/types';
import { operationOf, type ContractOperation } from './contract/operation';
import { SIGN_IN } from './contract/signIn';
import { jsonHeaders, Validators } from './contract/validators';
import { ApiError, type Product } from './errors';

export type { ContractOperation, FormPart } from './contract/operation';

/** What of a request the contract checks. */
export interface CheckedRequest {
	/** Path parameters, decoded. */
	path: Record<string, string>;
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

/** Path under which each product's API lives on the sandbox's host. */
const ROOTS: Record<Product, string> = { platform: '/idm', tms: '/web', languageAi: '/smt/api' };

/** Of the findings in an answer: a long list repeats them. */
const MAX_TOLD = 10;

let loaded: Contract[] | undefined;

/** The contracts of all products; made once per process, because they never change. */
export function contracts(): Contract[] {
	return (loaded ??= [
		new Contract('platform', []),
		new Contract('tms', [catalogueOf('tms')]),
		new Contract('languageAi', [catalogueOf('languageAi')]),
	]);
}

/**
 * The endpoints of one product. They are the sandbox's routes and the judge over every request and answer; the
 * checking itself is done by ajv.
 */
export class Contract {
	readonly operations: readonly ContractOperation[];

	private readonly validators: Map<ContractOperation, Validators>;

	/** @param catalogues - what Phrase documents, besides the ways to sign in */
	constructor(
		readonly product: Product,
		catalogues: Catalogue[],
	) {
		const all = [new Catalogue(SIGN_IN[product]), ...catalogues];
		this.validators = new Map(
			all.flatMap((catalogue) => {
				const validators = new Validators({ definition: (name) => definitionOf(name, catalogue) });
				return catalogue.entries.map((entry) => [
					operationOf(entry, catalogue, product, ROOTS[product]),
					validators,
				]);
			}),
		);
		this.operations = [...this.validators.keys()];
	}

	/**
	 * Checks a request. Header parameters that hold JSON (such as `Memsource`) are parsed first. Members that the
	 * contract does not know are taken out of query, body and headers, so that nothing comes of them: Phrase may know
	 * them.
	 *
	 * @throws ApiError 400 saying what broke the contract
	 */
	checkRequest(operation: ContractOperation, request: CheckedRequest): PassedRequest {
		const validators = this.validatorsOf(operation);
		const { path, query, headers, body } = request;
		const parsed = parseHeaders(operation, headers);
		const json = { header: parsed, ...(body === undefined ? {} : { requestBody: body }) };
		const found = [
			...validators.inTexts(operation, { path, query, header: headers }),
			...validators.inJson(operation, json),
		];
		const unknown = found.filter(isUnknownMember);
		const wrong = found.filter((error) => !isUnknownMember(error));
		if (wrong.length > 0) {
			throw new ApiError(400, 'InvalidParameters', `Invalid parameters: ${wrong.map(explain).join('; ')}`);
		}
		const parts = { query, ...json };
		return { jsonHeaders: parsed, unknownMembers: unknown.map((error) => takeOut(parts, error)) };
	}

	/**
	 * Checks an answer of the sandbox that is no refusal.
	 *
	 * @param mediaType - of the body; undefined when there is none
	 * @param body - the body when it is JSON
	 * @returns what is wrong with it, or undefined
	 */
	checkAnswer(
		operation: ContractOperation,
		mediaType: string | undefined,
		body: unknown,
	): string | undefined {
		const { answer, answersFile, endpoint } = operation;
		if (mediaType === 'application/json' && answer) {
			const found = this.validatorsOf(operation).inValue(answer, body);
			return found.length > 0 ? found.slice(0, MAX_TOLD).map(explain).join('; ') : undefined;
		}
		const isRight = mediaType === undefined ? !answer && !answersFile : answersFile;
		return isRight || endpoint.open ? undefined : `media type ${mediaType} is not in the contract`;
	}

	/**
	 * What is wrong with a value of a type that an endpoint's catalogue defines.
	 *
	 * @returns the names of the members that are not right, or hold what is not right
	 */
	wrongMembers(operation: ContractOperation, type: Type, value: object): string[] {
		return this.validatorsOf(operation)
			.inValue(type, value)
			.map(({ instancePath, params }) => {
				const [, member] = instancePath.split('/');
				return member ?? String(params.additionalProperty ?? params.missingProperty);
			});
	}

	private validatorsOf(operation: ContractOperation): Validators {
		const validators = this.validators.get(operation);
		if (!validators) throw new Error(`the contract does not have ${operation.operationId}`);
		return validators;
	}
}

/** The sandbox can be told to be a later Phrase, with more events: which there are is for the handlers. */
function definitionOf(name: string, catalogue: Catalogue): Definition {
	if (name === 'WebHookEvent') return { kind: 'alias', type: { kind: 'string' } };
	return catalogue.definition(name);
}

/** @throws ApiError 400 when one is not JSON, or not ASCII as HTTP headers must be */
function parseHeaders(
	{ endpoint }: ContractOperation,
	headers: IncomingHttpHeaders,
): Record<string, unknown> {
	const parsed: Record<string, unknown> = {};
	for (const { name } of jsonHeaders(endpoint)) {
		const value = headers[name.toLowerCase()];
		if (typeof value === 'string') parsed[name.toLowerCase()] = parseHeader(name, value);
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

function isUnknownMember({ keyword }: ErrorObject): boolean {
	return keyword === 'additionalProperties';
}

/**
 * Takes a member that the contract does not know out of a request.
 *
 * @param parts - the request's parts, by the names that findings have
 * @returns where it was
 */
function takeOut(parts: object, { instancePath, params }: ErrorObject): string {
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
function explain({ keyword, instancePath, message, params }: ErrorObject): string {
	if (keyword === 'maximum') return `${instancePath}: Maximum value is: ${String(params.limit)}`;
	const property: unknown = params.additionalProperty;
	return `${instancePath} ${message ?? keyword}${typeof property === 'string' ? ` (${property})` : ''}`.trim();
}
