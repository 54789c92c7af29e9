import type { Catalogue } from './catalogue';
import type { Endpoint } from './endpoint';
import type { Member, Type } from './types';

/** What tells types by their names. */
export type Definitions = Pick<Catalogue, 'definition'>;

/** Where a parameter goes: a place of its own, or the JSON in a header or in a part of a form (`of` names it). */
export type Destination =
	| { kind: 'path' | 'query' | 'header' | 'accept' | 'body' | 'bytes' | 'fileName' | 'part' }
	/** All of the query, or all of the body: for an endpoint of which not everything is known. */
	| { kind: 'wholeQuery' | 'wholeBody' }
	| { kind: 'headerJson' | 'partJson'; of: string };

/** One thing that a call takes, by a name that no other one of the endpoint has. */
export interface Parameter extends Member {
	to: Destination;
}

const FILE: Type = { kind: 'file' };

/**
 * All that a call of an endpoint takes, side by side, wherever in the request it goes. Of JSON in a body, in a header or
 * in a part of a form, these are the members. The bytes of a body are `file`, their name `fileName`.
 * @throws Error when a type is not defined
 */
export function parametersOf(endpoint: Endpoint, definitions: Definitions): Parameter[] {
	const parameters = [
		...to({ kind: 'path' }, endpoint.pathMembers),
		...bodyParameters(endpoint, definitions),
		...endpoint.form.flatMap((part) =>
			part.type.kind === 'named'
				? to({ kind: 'partJson', of: part.name }, membersOf(part.type, definitions))
				: to({ kind: 'part' }, [part]),
		),
		...endpoint.headers.flatMap((header) => headerParameters(header, definitions)),
		...to({ kind: 'query' }, endpoint.query),
	];
	return endpoint.open ? [...parameters, ...containersOf(endpoint)] : parameters;
}

function to(destination: Destination, members: readonly Member[]): Parameter[] {
	return members.map((member) => ({ ...member, to: destination }));
}

function bodyParameters({ body }: Endpoint, definitions: Definitions): Parameter[] {
	if (body === undefined) return [];
	const isChoice = body.types.length > 1;
	return body.types.flatMap((type) =>
		type.kind === 'file'
			? to({ kind: 'bytes' }, [{ name: 'file', required: body.required && !isChoice, type: FILE }])
			: to({ kind: 'body' }, membersOf(type, definitions)).map((parameter) =>
					isChoice || !body.required ? { ...parameter, required: false } : parameter,
				),
	);
}

function headerParameters(header: Member, definitions: Definitions): Parameter[] {
	const { name, type } = header;
	if (type.kind === 'named') return to({ kind: 'headerJson', of: name }, membersOf(type, definitions));
	if (name === 'Accept') return to({ kind: 'accept' }, [{ ...header, name: 'accept' }]);
	if (type.kind !== 'string' || type.format !== 'file-name') return to({ kind: 'header' }, [header]);
	return to({ kind: 'fileName' }, [{ name: 'fileName', required: false, type: { kind: 'string' } }]);
}

function containersOf({ method }: Endpoint): Parameter[] {
	const type: Type = { kind: 'object' };
	return [
		...(hasBody(method) ? to({ kind: 'wholeBody' }, [{ name: 'body', required: false, type }]) : []),
		...to({ kind: 'wholeQuery' }, [{ name: 'query', required: false, type }]),
	];
}

/** Whether calls with a method usually have a body. */
export function hasBody(method: Endpoint['method']): boolean {
	return method !== 'GET' && method !== 'DELETE';
}

/**
 * The members of a type. One of several objects has those of all of them, of which those are required that are in each.
 * @returns none for a type that is no object, or whose members are not known
 */
export function membersOf(type: Type, definitions: Definitions): readonly Member[] {
	if (type.kind !== 'named') return [];
	const definition = definitions.definition(type.name);
	if (definition.kind === 'alias') return membersOf(definition.type, definitions);
	if (definition.kind === 'members') return definition.members;
	const variants = Object.entries(definition.variants);
	const by: Member = {
		name: definition.by,
		required: true,
		type: { kind: 'choice', values: variants.map(([value]) => value) },
	};
	const all = variants.map(([, variant]) => membersOf(variant, definitions));
	const members = new Map(all.flat().map((member) => [member.name, member]));
	members.delete(by.name);
	return [
		by,
		...[...members.values()].map((member) => ({
			...member,
			required: all.every((one) => one.some(({ name, required }) => name === member.name && required)),
		})),
	];
}
