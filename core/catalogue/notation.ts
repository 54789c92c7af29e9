import type { Default, Definition, Member, Type } from './types';

/** What a name stands for, as the source writes it: members, variants under `$by`, or another type. */
export type WrittenDefinition = string | Readonly<Record<string, string>>;

const TYPE = /^(?:page<(?<page>.+)>|\((?<values>[^()]+)\)|(?<word>[\w-]+)(?:\((?<bounds>[^()]*)\))?)$/;
const LIST = /^(?<of>.+)\[(?<bounds>[^[\]]*)\]$/;
const BOUNDS = /^(?<min>\d+(?:\.\d+)?)?\.\.(?<max>\d+(?:\.\d+)?)?$/;

/**
 * Reads a type from the notation of the source: `string(..255)`, `(NEW|COMPLETED)`, `UidReference[1..100]`.
 * @throws Error when it is none
 */
export function parseType(text: string): Type {
	const list = LIST.exec(text)?.groups;
	if (list) return { kind: 'list', of: parseType(list.of ?? ''), ...parseBounds(list.bounds) };
	const groups = TYPE.exec(text)?.groups;
	if (groups?.page !== undefined) return { kind: 'page', of: parseType(groups.page) };
	if (groups?.values !== undefined) return { kind: 'choice', values: groups.values.split('|') };
	if (groups?.word !== undefined) return namedType(groups.word, parseBounds(groups.bounds));
	throw new Error(`'${text}' is no type`);
}

function namedType(word: string, bounds: { min?: number; max?: number }): Type {
	switch (word) {
		case 'string':
		case 'integer':
		case 'number':
			return { kind: word, ...bounds };
		case 'date-time':
		case 'uri':
		case 'file-name':
			return { kind: 'string', format: word, ...bounds };
		case 'boolean':
		case 'object':
		case 'file':
			return { kind: word };
		default:
			if (/^[A-Z]/.test(word)) return { kind: 'named', name: word };
			throw new Error(`'${word}' is no type`);
	}
}

function parseBounds(text: string | undefined): { min?: number; max?: number } {
	if (text === undefined || text === '') return {};
	const bounds = BOUNDS.exec(text)?.groups;
	if (!bounds) throw new Error(`'${text}' gives no bounds`);
	return {
		...(bounds.min !== undefined && { min: Number(bounds.min) }),
		...(bounds.max !== undefined && { max: Number(bounds.max) }),
	};
}

/**
 * Reads a member: its name ends with `*` when it is required, its type may be followed by ` = ` and a default.
 * @throws Error when its type is none
 */
export function parseMember(name: string, text: string): Member {
	const at = text.indexOf(' = ');
	const type = parseType(at === -1 ? text : text.slice(0, at));
	return {
		name: name.replace(/\*$/, ''),
		required: name.endsWith('*'),
		type,
		...(at !== -1 && { default: parseDefault(text.slice(at + 3), type) }),
	};
}

/** Reads members in their order. */
export function parseMembers(written: Readonly<Record<string, string>> = {}): Member[] {
	return Object.entries(written).map(([name, text]) => parseMember(name, text));
}

function parseDefault(text: string, { kind }: Type): Default {
	if (kind === 'boolean') return text === 'true';
	return kind === 'integer' || kind === 'number' ? Number(text) : text;
}

/** Reads what a name of the catalogue stands for. */
export function parseDefinition(written: WrittenDefinition): Definition {
	if (typeof written === 'string') return { kind: 'alias', type: parseType(written) };
	const { $by: by, ...rest } = written;
	if (by === undefined) return { kind: 'members', members: parseMembers(rest) };
	const variants = Object.entries(rest).map(([value, text]) => [value, parseType(text)] as const);
	return { kind: 'variants', by, variants: Object.fromEntries(variants) };
}
