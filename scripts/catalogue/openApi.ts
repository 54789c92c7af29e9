import { describeBounds, describeChoice, type Lines } from './lines';

/** What of an OpenAPI document is read. */
export interface OpenApi {
	paths: Record<string, Record<string, Operation>>;
	components?: Record<string, Record<string, unknown>>;
}

interface Operation {
	operationId?: string;
	parameters?: unknown[];
	requestBody?: { content?: Record<string, { schema?: Schema }> };
	responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

interface Parameter {
	name: string;
	in: string;
	required?: boolean;
	schema?: Schema;
}

interface Schema {
	$ref?: string;
	type?: string;
	format?: string;
	enum?: string[];
	items?: Schema;
	properties?: Record<string, Schema>;
	required?: string[];
	discriminator?: { propertyName: string };
	minLength?: number;
	maxLength?: number;
	minItems?: number;
	maxItems?: number;
	minimum?: number;
	maximum?: number;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The lines of every operation of an OpenAPI document, by operation id. */
export function linesOfDocument(document: OpenApi): Map<string, Lines> {
	const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
		Object.entries(methods)
			.filter(([method]) => METHODS.includes(method))
			.map(([method, operation]) => ({ call: `${method.toUpperCase()} ${path}`, operation })),
	);
	return new Map(
		operations.map(({ call, operation }) => [
			operation.operationId ?? call,
			new Reader(document, call).read(operation),
		]),
	);
}

class Reader {
	private readonly lines: Lines;
	private readonly within: string[] = [];

	constructor(
		private readonly document: OpenApi,
		call: string,
	) {
		this.lines = new Map([['call', call]]);
	}

	read({ parameters = [], requestBody, responses = {} }: Operation): Lines {
		for (const one of parameters) this.parameter(one as Parameter | { $ref: string });
		this.content(requestBody?.content, 'body');
		const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
		this.content(success?.content, 'answer');
		return this.lines;
	}

	private parameter(given: Parameter | { $ref: string }): void {
		const {
			name,
			in: place,
			required,
			schema,
		} = '$ref' in given ? (this.at(given.$ref) as Parameter) : given;
		this.schema(schema ?? {}, `${place}.${name}`, required === true ? 'required ' : '');
	}

	private content(content: Record<string, { schema?: Schema }> = {}, where: string): void {
		for (const [mediaType, { schema = {} }] of Object.entries(content)) {
			if (mediaType === 'multipart/form-data' && where === 'body') this.properties(schema, 'form');
			else if (mediaType === 'application/json') this.schema(schema, where, '');
			else this.lines.set(where, this.lines.get(where) ?? 'file');
		}
	}

	private schema(schema: Schema, where: string, required: string): void {
		if (schema.$ref !== undefined) {
			this.reference(schema.$ref, where, required);
			return;
		}
		this.lines.set(where, `${required}${describe(schema)}`);
		if (schema.items !== undefined) this.schema(schema.items, `${where}[]`, '');
		this.properties(schema, where);
	}

	private reference(reference: string, where: string, required: string): void {
		if (this.within.includes(reference)) {
			this.lines.set(where, `${required}object`);
			return;
		}
		this.within.push(reference);
		this.schema(this.at(reference) as Schema, where, required);
		this.within.pop();
	}

	private properties({ properties = {}, required = [], discriminator }: Schema, where: string): void {
		for (const [name, schema] of Object.entries(properties)) {
			this.schema(schema, `${where}.${name}`, required.includes(name) ? 'required ' : '');
			if (discriminator?.propertyName === name) this.lines.set(`${where}.${name}`, 'discriminator');
		}
	}

	private at(reference: string): unknown {
		const [, , group = '', name = ''] = reference.split('/');
		return this.document.components?.[group]?.[name];
	}
}

function describe(schema: Schema): string {
	const { type, format, minLength, maxLength, minItems, maxItems, minimum, maximum } = schema;
	if (schema.enum !== undefined) return describeChoice(schema.enum);
	if (format === 'binary') return 'file';
	switch (type) {
		case 'string': {
			const isKnown = format === 'date-time' || format === 'uri';
			// A text of 0 characters and more is any text.
			return `${isKnown ? format : 'string'}${describeBounds({ min: minLength === 0 ? undefined : minLength, max: maxLength })}`;
		}
		case 'array':
			return `list${describeBounds({ min: minItems, max: maxItems })}`;
		case 'integer':
		case 'number':
			return `${type}${describeBounds({ min: minimum, max: maximum })}`;
		default:
			return type ?? 'object';
	}
}
