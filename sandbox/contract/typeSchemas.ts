import Ajv, {
	type AnySchemaObject,
	type FuncKeywordDefinition,
	type SchemaValidateFunction,
	type ValidateFunction,
} from 'ajv';
import addFormats from 'ajv-formats';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Definition, Member, Type } from '../../core/catalogue/types';

/** RFC 6266, as Phrase takes it in a request: `filename*=UTF-8''guide.md`, alone or after `attachment;`. */
const CONTENT_DISPOSITION = /^((inline|attachment); )?(filename\*=UTF-8''(.+)|filename="?(.+)"?)$/;

/** How strict the schemas of members are. */
interface MemberRules {
	/** Whether there may be others. */
	open?: boolean;
	/** Whether what need not be there may be null as well, as it may in JSON. */
	nullable?: boolean;
}

/**
 * The types of a catalogue as JSON Schemas that ajv checks values with. A type is compiled when a value is first checked
 * by it: there are hundreds, many hold each other, and a test meets a few.
 */
export class TypeSchemas {
	private readonly ajv: Ajv;

	private readonly compiled = new Map<string, ValidateFunction>();

	/** @param coerces - whether a value is a text of a URL or a header, which stands for a number or the like */
	constructor(
		private readonly catalogue: Pick<Catalogue, 'definition'>,
		{ coerces }: { coerces: boolean },
	) {
		this.ajv = new Ajv({
			allErrors: true,
			strict: false,
			validateSchema: false,
			// Most schemas are used a few times: compiling fast is worth more than fast code.
			code: { optimize: false },
			// A query parameter that is there once is a list of one.
			coerceTypes: coerces ? 'array' : false,
			formats: { 'file-name': CONTENT_DISPOSITION },
		});
		addFormats(this.ajv, ['date-time', 'uri']);
		this.ajv.addKeyword(this.namedKeyword());
	}

	/** Compiles a schema made of those that this object gives. */
	compile(schema: AnySchemaObject): ValidateFunction {
		return this.ajv.compile(schema);
	}

	/** What a value of a type has to be. */
	of(type: Type): AnySchemaObject {
		switch (type.kind) {
			case 'string':
				return withoutMissing({
					type: 'string',
					format: type.format,
					minLength: type.min,
					maxLength: type.max,
				});
			case 'integer':
			case 'number':
				return withoutMissing({ type: type.kind, minimum: type.min, maximum: type.max });
			case 'boolean':
			case 'object':
				return { type: type.kind };
			case 'choice':
				return { type: 'string', enum: type.values };
			case 'list':
				return withoutMissing({
					type: 'array',
					items: this.of(type.of),
					minItems: type.min,
					maxItems: type.max,
				});
			case 'page':
				return this.page(type.of);
			case 'named':
				return { named: type.name };
			case 'file':
				// The contract sees the name of a file that is part of a form.
				return { type: 'string' };
		}
	}

	/** What an object with these members has to be. */
	members(members: readonly Member[], { open = false, nullable = false }: MemberRules = {}): AnySchemaObject {
		const properties = members.map(({ name, required, type }) => {
			const schema = this.of(type);
			return [name, nullable && !required ? orNull(schema) : schema] as const;
		});
		return {
			type: 'object',
			additionalProperties: open,
			required: members.filter(({ required }) => required).map(({ name }) => name),
			properties: Object.fromEntries(properties),
		};
	}

	private page(of: Type): AnySchemaObject {
		const numbers = ['totalElements', 'totalPages', 'pageSize', 'pageNumber', 'numberOfElements'];
		return {
			type: 'object',
			additionalProperties: false,
			required: [...numbers, 'content'],
			properties: {
				...Object.fromEntries(numbers.map((name) => [name, { type: 'integer' }])),
				content: { type: 'array', items: this.of(of) },
			},
		};
	}

	/** A keyword that checks a value by a type of the catalogue. */
	private namedKeyword(): FuncKeywordDefinition {
		const validate: SchemaValidateFunction = (name: string, value: unknown, _schema, place) => {
			const check = this.named(name);
			const isRight = check(value, place);
			validate.errors = check.errors ?? undefined;
			return isRight;
		};
		return { keyword: 'named', schemaType: 'string', errors: 'full', validate };
	}

	private named(name: string): ValidateFunction {
		const known = this.compiled.get(name) ?? this.compile(this.definition(this.catalogue.definition(name)));
		this.compiled.set(name, known);
		return known;
	}

	private definition(definition: Definition): AnySchemaObject {
		switch (definition.kind) {
			case 'alias':
				return this.of(definition.type);
			case 'members':
				return this.members(definition.members, { nullable: true });
			case 'variants': {
				const { by, variants } = definition;
				return {
					type: 'object',
					required: [by],
					properties: { [by]: { enum: Object.keys(variants) } },
					allOf: Object.entries(variants).map(([value, type]) => ({
						if: { required: [by], properties: { [by]: { const: value } } },
						then: this.of(type),
					})),
				};
			}
		}
	}
}

function orNull(schema: AnySchemaObject): AnySchemaObject {
	return { if: { type: 'null' }, else: schema };
}

function withoutMissing(schema: AnySchemaObject): AnySchemaObject {
	return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}
