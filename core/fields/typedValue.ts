import { nearest } from '../catalogue/nearest';
import { membersOf, type Definitions } from '../catalogue/parameters';
import { TO_FILL_IN } from '../catalogue/template';
import type { Member, Type } from '../catalogue/types';
import { ParameterError } from '../http/errors';
import { givenDateTime } from './dateTime';
import { inWords, isNothing, isPointInTime } from './given';

/** Where a value stands, and what is known around it. */
export interface TypedPlace {
	definitions: Definitions;
	/** IANA name of the zone that points in time without a zone are in. */
	timezone: string;
	/** Names of what the value is in, and its own: `['jobs', '0', 'uid']`. */
	path: readonly string[];
}

/**
 * Checks a value as it comes from a parameter or an expression, or in JSON, against a type of the catalogue. Text that
 * stands for a number, a switch or JSON becomes that.
 *
 * @returns the value as Phrase takes it
 * @throws ParameterError that names the place: `'jobs.0.uid': expected text, not an object`
 */
export function typedValue(type: Type, raw: unknown, place: TypedPlace): unknown {
	if (raw === TO_FILL_IN) throw refused(place, `put a value in place of '${TO_FILL_IN}', or take it out`);
	switch (type.kind) {
		case 'string':
			return type.format === 'date-time' ? pointInTime(raw, place) : text(type, raw, place);
		case 'integer':
		case 'number':
			return number(type, raw, place);
		case 'boolean':
			return truth(raw, place);
		case 'choice':
			return oneOf(type.values, raw, place);
		case 'list':
			return list(type, raw, place);
		case 'named':
			return named(type, raw, place);
		case 'object':
			return record(raw, place);
		case 'page':
		case 'file':
			throw refused(place, 'no value can be given here');
	}
}

/**
 * Checks the members of an object by name.
 * @throws ParameterError when one is missing, unknown, or cannot be used
 */
export function typedMembers(
	members: readonly Member[],
	given: Readonly<Record<string, unknown>>,
	place: TypedPlace,
): Record<string, unknown> {
	const known = new Map(members.map((member) => [member.name, member]));
	const values: Record<string, unknown> = {};
	for (const [name, raw] of Object.entries(given)) {
		const member = known.get(name);
		if (member === undefined) throw unknownName(name, known.keys(), place);
		if (raw === undefined || (raw === null && member.required)) continue;
		values[name] = raw === null ? null : typedValue(member.type, raw, within(place, name));
	}
	for (const { name, required } of members) {
		if (required && !(name in values)) throw refused(within(place, name), 'must not be empty');
	}
	return values;
}

/**
 * What `typedValue` gives, or the value as it came, read as JSON where it looks like that, when it cannot be used.
 * @throws what is no ParameterError
 */
export function typedValueOrRaw(type: Type, raw: unknown, place: TypedPlace): unknown {
	try {
		return typedValue(type, raw, place);
	} catch (error) {
		if (!(error instanceof ParameterError)) throw error;
		return type.kind === 'string' ? raw : asJson(raw);
	}
}

/** A value, or what it says when it is JSON text of an object or a list. */
export function asJson(raw: unknown): unknown {
	if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		return raw;
	}
}

/**
 * Lets an error that begins with a place begin with the parameter that it is in.
 * @throws ParameterError: `'Parameters', at 'jobs.0.uid': …`
 */
export function namingParameter<T>(displayName: string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof ParameterError)) throw error;
		throw new ParameterError(`'${displayName}', at ${error.message}`, error.description);
	}
}

/**
 * Lets an error begin with the place that it is about.
 * @throws ParameterError: `'file': …`; anything else as it is
 */
export async function namingPlace<T>(name: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof ParameterError)) throw error;
		throw refused({ path: [name] }, error.message, error.description);
	}
}

/** @returns what to say of a name that does not exist, with the one that was meant */
export function unknownName(name: string, known: Iterable<string>, place: TypedPlace): ParameterError {
	const names = [...known];
	const meant = nearest(name, names);
	return refused(
		within(place, name),
		meant === undefined
			? 'Phrase knows no such name here'
			: `Phrase knows no such name here: did you mean '${meant}'?`,
		names.length === 0 ? undefined : `There are: ${names.join(', ')}.`,
	);
}

/** @returns an error that begins with the place */
export function refused(
	{ path }: Pick<TypedPlace, 'path'>,
	message: string,
	description?: string,
): ParameterError {
	return new ParameterError(path.length === 0 ? message : `'${path.join('.')}': ${message}`, description);
}

function within(place: TypedPlace, name: string): TypedPlace {
	return { ...place, path: [...place.path, name] };
}

function text(
	{ min = 0, max = Infinity, format }: Type & { kind: 'string' },
	raw: unknown,
	place: TypedPlace,
): string {
	const value = asText(raw, place);
	if (!value.isWellFormed()) throw refused(place, 'holds half of a character (a lone surrogate)');
	if (value.length < min) throw refused(place, `must have at least ${min} characters`);
	if (value.length > max) throw refused(place, `must have at most ${max} characters`);
	if (format === 'uri' && !URL.canParse(value)) throw refused(place, `expected a URL, not ${inWords(raw)}`);
	return value;
}

function asText(raw: unknown, place: TypedPlace): string {
	if (typeof raw === 'string') return raw;
	if (typeof raw === 'number' || typeof raw === 'bigint') return String(raw);
	if (isPointInTime(raw)) return raw instanceof Date ? raw.toISOString() : (raw.toISO() ?? '');
	throw refused(place, `expected text, not ${inWords(raw)}`);
}

function pointInTime(raw: unknown, place: TypedPlace): string {
	const { success, data, error } = givenDateTime(place.timezone).safeParse(raw);
	if (success && data !== undefined) return data;
	throw refused(place, error?.issues[0]?.message ?? 'must not be empty');
}

function number(
	{ kind, min = -Infinity, max = Infinity }: Type & { kind: 'integer' | 'number' },
	raw: unknown,
	place: TypedPlace,
): number {
	const value = typeof raw === 'string' && raw.trim() !== '' ? Number(raw) : raw;
	if (typeof value !== 'number' || !Number.isFinite(value))
		throw refused(place, `expected a number, not ${inWords(raw)}`);
	if (kind === 'integer' && !Number.isInteger(value)) throw refused(place, 'expected a whole number');
	if (value < min) throw refused(place, `expected ${min} or more, not ${value}`);
	if (value > max) throw refused(place, `expected ${max} or less, not ${value}`);
	return value;
}

function truth(raw: unknown, place: TypedPlace): boolean {
	if (raw === true || raw === 'true') return true;
	if (raw === false || raw === 'false') return false;
	throw refused(place, `expected true or false, not ${inWords(raw)}`);
}

function oneOf(values: readonly string[], raw: unknown, place: TypedPlace): string {
	const value = asText(raw, place);
	if (values.includes(value)) return value;
	const meant = nearest(value, values);
	const question = meant === undefined ? '' : `: did you mean ${meant}?`;
	throw refused(place, `${inWords(raw)} is none of ${values.join(', ')}${question}`);
}

/** A list, JSON of one, or for single values what stands between commas. */
function list(
	{ of, min = 0, max = Infinity }: Type & { kind: 'list' },
	raw: unknown,
	place: TypedPlace,
): unknown[] {
	const read = parsed(raw, place);
	const isSingle = isScalar(of, place.definitions);
	const entries = Array.isArray(read) ? (read as unknown[]) : isSingle ? between(read) : undefined;
	if (entries === undefined) throw refused(place, `expected a list, not ${inWords(raw)}`);
	if (entries.length < min) {
		throw refused(place, min === 1 ? 'must not be empty' : `must have at least ${min} entries`);
	}
	if (entries.length > max) throw refused(place, `must have at most ${max} entries`);
	return entries.map((entry, index) => typedValue(of, entry, within(place, String(index))));
}

function between(raw: unknown): unknown[] {
	if (typeof raw !== 'string') return [raw];
	return raw
		.split(',')
		.map((entry) => entry.trim())
		.filter((entry) => entry !== '');
}

/** Whether values of a type are single ones: neither objects nor lists. */
export function isScalar(type: Type, definitions: Definitions): boolean {
	if (type.kind !== 'named') return !['list', 'object', 'page', 'file'].includes(type.kind);
	const definition = definitions.definition(type.name);
	return definition.kind === 'alias' && isScalar(definition.type, definitions);
}

function named({ name }: Type & { kind: 'named' }, raw: unknown, place: TypedPlace): unknown {
	const definition = place.definitions.definition(name);
	if (definition.kind === 'alias') return typedValue(definition.type, raw, place);
	const value = record(raw, place);
	if (definition.kind === 'members') return typedMembers(definition.members, value, place);
	const { by, variants } = definition;
	const chosen = oneOf(Object.keys(variants), value[by] ?? '', within(place, by));
	const type = variants[chosen];
	return type === undefined ? value : typedVariant(type, by, value, place);
}

/** One of several objects. The member that tells it is not always among its members. */
function typedVariant(
	type: Type,
	by: string,
	value: Readonly<Record<string, unknown>>,
	place: TypedPlace,
): Record<string, unknown> {
	const { [by]: told, ...others } = value;
	const members = membersOf(type, place.definitions).filter(({ name }) => name !== by);
	return { [by]: told, ...typedMembers(members, others, place) };
}

/**
 * An object, or what JSON text of one says.
 * @throws ParameterError when it is something else
 */
export function record(raw: unknown, place: Pick<TypedPlace, 'path'>): Record<string, unknown> {
	const value = parsed(raw, place);
	if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isPointInTime(value)) {
		return value as Record<string, unknown>;
	}
	throw refused(place, `expected an object, not ${inWords(value)}`);
}

/** A value, or what it says when it is JSON text of an object or a list. */
function parsed(raw: unknown, place: Pick<TypedPlace, 'path'>): unknown {
	if (typeof raw !== 'string' || !/^\s*[[{]/.test(raw)) return isNothing(raw) ? undefined : raw;
	try {
		return JSON.parse(raw) as unknown;
	} catch {
		throw refused(place, `${inWords(raw)} begins as JSON but cannot be read as such`);
	}
}
