import { dirname, relative } from 'node:path';
import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import { parametersOf, type Parameter } from '../../core/catalogue/parameters';
import { titleCase } from './words';

/** A function that makes a field, and the module it comes from, from the root of the package without an extension. */
export interface Maker {
	call: string;
	from: string;
}

/** What a new operation is made of. */
export interface NewOperation {
	/** Path of its file from the root of the package. */
	file: string;
	/** Value of the node's `operation` parameter. */
	operation: string;
	/** Name of the constant in its file; the operation's own, unless that is a word of JavaScript. */
	constant: string;
	endpoint: Endpoint;
}

/** Imported names by module. */
type Imports = Map<string, Set<string>>;

const DEFINES: Maker = { call: 'defineOperation', from: 'core/operation/operation' };

/**
 * The source of an operation that calls an endpoint: its fields, its request, and how it ends. It runs as it is; its words
 * and its lists are what a person has to look at.
 *
 * @param known fields that other operations have for parameters of the same names
 */
export function operationFile(
	{ file, operation, constant, endpoint }: NewOperation,
	catalogue: Catalogue,
	known: ReadonlyMap<string, Maker>,
): string {
	const imports: Imports = new Map();
	const use = ({ call, from }: Maker) => {
		imports.set(from, (imports.get(from) ?? new Set()).add(call));
		return call;
	};
	const parameters = parametersOf(endpoint, catalogue);
	const at = (kind: Parameter['to']['kind']) => parameters.filter(({ to }) => to.kind === kind);
	const isPaged = endpoint.pageSize !== undefined;
	const optional = [...at('body'), ...at('query')].filter(
		({ required, type }) => !required && isSimple(type),
	);
	const required = [...at('body'), ...at('query')].filter((one) => one.required);
	const more = isPaged
		? (['filters', 'Filters', 'Add filter'] as const)
		: (['additionalFields', 'Additional Fields', 'Add field'] as const);

	const own = [...at('path'), ...required].map((one) => `${one.name}: ${fieldOf(one, known, use)},`);
	const collected = optional.map((one) => `${one.name}: ${fieldOf(one, known, use)},`);
	const collection =
		collected.length === 0
			? []
			: [
					`${more[0]}: ${use({ call: 'collection', from: 'core/fields/collection' })}('${more[1]}', '${more[2]}', {`,
					...collected,
					'}),',
				];

	const names = [...at('path'), ...required].map(({ name }) => name);
	const values = [...names, ...(collected.length > 0 ? [more[0]] : [])];
	const bodyOf = (kind: 'body' | 'query') => [
		...required.filter(({ to }) => to.kind === kind).map(({ name }) => name),
		...(optional.some(({ to }) => to.kind === kind) ? [`...${more[0]}`] : []),
	];
	const { method } = endpoint;
	const path = endpoint.path.replace(/\{(\w+)\}/g, '${$1}');
	const repeat = ['POST', 'PUT', 'PATCH'].includes(method)
		? `.repeatable('${endpoint.reads || method === 'PUT' ? 'always' : 'refused'}')`
		: '';
	const json = bodyOf('body').length > 0 ? `.json({ ${bodyOf('body').join(', ')} })` : '';
	const query = bodyOf('query').length > 0 ? `.query({ ${bodyOf('query').join(', ')} })` : '';
	const ids = at('path').map(({ name }) => name);

	const source = `/**
 * ${endpoint.title}.
 * Source: ${endpoint.ourId ? '' : `${endpoint.id}, `}${method} ${endpoint.path}.
 */
export const ${constant} = ${use(DEFINES)}(
	{
		name: '${titleCase(operation)}',
		action: '${endpoint.title.replaceAll("'", "\\'")}',
		description: '${endpoint.title.replaceAll("'", "\\'")}',
		fields: {
			${[...own, ...collection].join('\n\t\t\t')}
		},
	},
	{
		request: (${values.length > 0 ? `{ ${values.join(', ')} }` : ''}) => ${use({ call: method, from: 'core/http/request' })}\`${path}\`${repeat}${query}${json},
		ends: ${endOf(endpoint, ids, use)},
	},
);
`;
	return `${importsOf(imports, file)}\n\n${source}`;
}

/** How it ends, by what the endpoint answers with. */
function endOf({ answers, pageSize }: Endpoint, ids: string[], use: (maker: Maker) => string): string {
	const handedOn = `({ ${ids.join(', ')} })`;
	const [answer] = answers;
	if (answer === undefined) {
		const ending = use({ call: 'none', from: 'core/endings/none' });
		return ids.length > 0
			? `${ending}((${handedOn.slice(1, -1)}) => ({ ${ids.join(', ')} }))`
			: `${ending}(() => ({}))`;
	}
	if (answer.kind === 'file') {
		return `${use({ call: 'file', from: 'core/endings/file' })}({ fallbackName: () => 'file', json: ${ids.length > 0 ? `${handedOn} => ({ ${ids.join(', ')} })` : '() => ({})'} })`;
	}
	const ending = pageSize === undefined ? 'one' : 'many';
	const add = ids.length > 0 ? `{ add: ${handedOn} => ({ ${ids.join(', ')} }) }` : '';
	return `${use({ call: ending, from: `core/endings/${ending}` })}(${add})`;
}

/** A field for a parameter: the one that other operations have under its name, or one for its type. */
function fieldOf(
	parameter: Parameter,
	known: ReadonlyMap<string, Maker>,
	use: (maker: Maker) => string,
): string {
	const { name, required, type } = parameter;
	const same = required ? known.get(name) : undefined;
	if (same !== undefined) return `${use(same)}()`;
	const labels = `{ displayName: '${titleCase(name)}', description: '${titleCase(name)}' }`;
	const from = (call: string, module: string) => use({ call, from: `core/fields/${module}` });
	switch (type.kind) {
		case 'boolean':
			return `${from('toggle', 'choice')}({ displayName: '${titleCase(name)}', description: 'Whether ${titleCase(name)}' })`;
		case 'integer':
		case 'number': {
			const field = from(type.kind === 'integer' ? 'wholeNumber' : 'anyNumber', 'number');
			return `${field}(${labels}, { min: ${type.min ?? 0}, initially: ${type.min ?? 0} })`;
		}
		case 'choice': {
			const options = type.values.map(
				(value) => `{ name: '${titleCase(value.toLowerCase())}', value: '${value}' }`,
			);
			return `${from('choice', 'choice')}(${labels}, [${options.join(', ')}], '${type.values[0] ?? ''}')`;
		}
		case 'list':
			return `${from('textList', 'list')}(${labels})`;
		case 'string': {
			const ofWhat = /(Uid|Id)$/.test(name) ? 'Id' : 'Text';
			return `${from(`${required ? 'required' : 'optional'}${ofWhat}`, 'text')}(${labels})`;
		}
		default:
			return `${from('jsonField', 'json')}({ displayName: '${titleCase(name)}', description: '${titleCase(name)}', example: {} }, () => ${use({ call: 'z', from: 'zod/v4' })}.unknown())`;
	}
}

/** What a field can be made for without knowing more. */
function isSimple({ kind, ...type }: Parameter['type']): boolean {
	if (kind === 'list') return 'of' in type && ['string', 'choice'].includes(type.of.kind);
	return ['boolean', 'integer', 'number', 'choice', 'string'].includes(kind);
}

function importsOf(imports: Imports, file: string): string {
	const lines = [...imports].map(([from, names]) => {
		const isOurs = /^(core|nodes)\//.test(from);
		const path = isOurs ? relative(dirname(file), from) : from;
		return `import { ${[...names].sort().join(', ')} } from '${path}';`;
	});
	return lines.sort().join('\n');
}
