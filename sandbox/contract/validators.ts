import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import type { Member, Type } from '../../core/catalogue/types';
import type { ContractOperation } from './operation';
import { TypeSchemas } from './typeSchemas';

/** The parts of a request that are texts of a URL or of headers, by the names that findings have. */
export interface TextParts {
	path: Record<string, string>;
	query: Record<string, string | string[]>;
	header: Record<string, unknown>;
}

/** The parts of a request that are JSON. */
export interface JsonParts {
	/** Headers that hold JSON, parsed, by lower-case name. */
	header: Record<string, unknown>;
	/** A body, or the fields of a form. */
	requestBody?: unknown;
}

/** Finds out what is wrong with values that endpoints of a catalogue take and give; compiles when it is first asked. */
export class Validators {
	private readonly texts: TypeSchemas;

	private readonly json: TypeSchemas;

	private readonly compiled = new Map<string, ValidateFunction>();

	/** @param types - defines the types that are named */
	constructor(types: Pick<Catalogue, 'definition'>) {
		this.texts = new TypeSchemas(types, { coerces: true });
		this.json = new TypeSchemas(types, { coerces: false });
	}

	/** What is wrong with path, query and headers. */
	inTexts({ endpoint }: ContractOperation, parts: TextParts): ErrorObject[] {
		// Values become what they stand for, which is for nobody else to see.
		return this.findings(`texts of ${endpoint.id}`, structuredClone(parts), () =>
			this.texts.compile({
				properties: {
					path: this.texts.members(endpoint.pathMembers, { open: true }),
					query: this.texts.members(queryOf(endpoint), { open: endpoint.open }),
					header: this.texts.members(endpoint.headers.filter(isText).map(lowerCase), { open: true }),
				},
			}),
		);
	}

	/** What is wrong with the body and the headers that hold JSON. */
	inJson(operation: ContractOperation, parts: JsonParts): ErrorObject[] {
		return this.findings(`JSON of ${operation.operationId}`, parts, () =>
			this.json.compile({
				required: bodyIsRequired(operation) ? ['requestBody'] : [],
				properties: {
					header: this.json.members(jsonHeaders(operation.endpoint).map(lowerCase)),
					...this.bodyOf(operation),
				},
			}),
		);
	}

	/** What is wrong with a value of a type. */
	inValue(type: Type, value: unknown): ErrorObject[] {
		return this.findings(JSON.stringify(type), value, () => this.json.compile(this.json.of(type)));
	}

	private bodyOf({ endpoint, json }: ContractOperation): Record<string, AnySchemaObject> {
		if (json) return { requestBody: this.json.of(json) };
		return endpoint.form.length > 0 ? { requestBody: this.json.members(endpoint.form) } : {};
	}

	private findings(name: string, value: unknown, compile: () => ValidateFunction): ErrorObject[] {
		const validate = this.compiled.get(name) ?? compile();
		this.compiled.set(name, validate);
		validate(value);
		// That a branch did not hold says nothing: what is wrong there is told besides.
		return (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
	}
}

/** The headers of an endpoint that hold JSON. */
export function jsonHeaders({ headers }: Endpoint): Member[] {
	return headers.filter((header) => !isText(header));
}

function isText({ type }: Member): boolean {
	return type.kind === 'string' || type.kind === 'choice';
}

function lowerCase(header: Member): Member {
	// Which answer it wants can be said in many ways.
	const type: Type = header.name === 'Accept' ? { kind: 'string' } : header.type;
	return { ...header, name: header.name.toLowerCase(), type };
}

function queryOf({ query, pageSize }: Endpoint): Member[] {
	if (!pageSize) return [...query];
	return [...query, pageSize, { name: 'pageNumber', required: false, type: { kind: 'integer', min: 0 } }];
}

/** A body may be a file as well, which is not looked at here. */
function bodyIsRequired({ endpoint, json }: ContractOperation): boolean {
	const { body, form } = endpoint;
	if (form.length > 0) return form.some(({ required }) => required);
	return json !== undefined && body?.required === true && body.types.length === 1;
}
