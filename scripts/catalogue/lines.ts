import type { Catalogue } from '../../core/catalogue/catalogue';
import type { Endpoint } from '../../core/catalogue/endpoint';
import type { Member, Type } from '../../core/catalogue/types';

/**
 * Everything that is known of one endpoint as a flat list: what is where (`body.jobs[].uid`) and what it has to be
 * (`required string`). Two descriptions of an endpoint are the same when their lines are.
 */
export type Lines = Map<string, string>;

/** The lines of an endpoint of the catalogue. */
export function linesOfEndpoint(endpoint: Endpoint, catalogue: Catalogue): Lines {
	const lines: Lines = new Map([['call', `${endpoint.method} ${endpoint.path}`]]);
	const write = new Writer(catalogue, lines);
	endpoint.pathMembers.forEach((member) => write.member(member, 'path'));
	if (endpoint.pageSize !== undefined) {
		lines.set('query.pageNumber', 'integer');
		write.member(endpoint.pageSize, 'query');
	}
	endpoint.query.forEach((member) => write.member(member, 'query'));
	endpoint.headers.forEach((member) => write.member(member, 'header'));
	endpoint.body?.types.forEach((type) => write.type(type, 'body', ''));
	endpoint.form.forEach((member) => write.member(member, 'form'));
	endpoint.answers.forEach((type) => write.type(type, 'answer', ''));
	return lines;
}

class Writer {
	/** Names being written: a type that holds itself is written once. */
	private readonly within: string[] = [];

	constructor(
		private readonly catalogue: Catalogue,
		private readonly lines: Lines,
	) {}

	member({ name, type, required }: Member, where: string): void {
		this.type(type, `${where}.${name}`, required ? 'required ' : '');
	}

	type(type: Type, where: string, required: string): void {
		if (type.kind === 'named') {
			this.named(type.name, where, required);
			return;
		}
		this.lines.set(where, `${required}${describe(type)}`);
		if (type.kind === 'list') this.type(type.of, `${where}[]`, '');
		if (type.kind === 'page') this.type(type.of, `${where}.content[]`, '');
	}

	private named(name: string, where: string, required: string): void {
		const definition = this.catalogue.definition(name);
		if (definition.kind === 'alias') {
			this.type(definition.type, where, required);
			return;
		}
		this.lines.set(where, `${required}object`);
		if (this.within.includes(name)) return;
		this.within.push(name);
		if (definition.kind === 'members') definition.members.forEach((member) => this.member(member, where));
		else
			Object.entries(definition.variants).forEach(([value, type]) =>
				this.type(type, `${where}(${value})`, ''),
			);
		this.within.pop();
	}
}

function describe(type: Exclude<Type, { kind: 'named' }>): string {
	switch (type.kind) {
		case 'choice':
			return describeChoice(type.values);
		case 'string':
			return `${type.format ?? 'string'}${describeBounds(type)}`;
		case 'integer':
		case 'number':
		case 'list':
			return `${type.kind}${describeBounds(type)}`;
		default:
			return type.kind;
	}
}

/** The order of choices says nothing. */
export function describeChoice(values: readonly string[]): string {
	return `one of ${[...values].sort().join(', ')}`;
}

export function describeBounds({ min, max }: { min?: number; max?: number }): string {
	return min === undefined && max === undefined ? '' : ` ${min ?? ''}..${max ?? ''}`;
}
