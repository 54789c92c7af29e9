import { membersOf, type Definitions } from './parameters';
import type { Type } from './types';

/** Stands for what somebody has to put in its place. */
export const TO_FILL_IN = '…';

/** Longest text of choices that is worth showing in place of one, in characters. */
const LONGEST_CHOICES = 80;

/** Longest text of a template, in characters, with more than one level of objects. */
const LONGEST = 1000;

/** Levels of objects in a template, at most. */
const MOST_LEVELS = 4;

/**
 * JSON to fill in for a type: the members that have to be there, or all when none has to. Nothing in it can be sent as it
 * is: choices stand beside each other (`"NEW|COMPLETED"`), and `…` for anything else.
 * @throws Error when a type is not defined
 */
export function templateOf(type: Type, definitions: Definitions): string {
	const deep = textOf(type, definitions, MOST_LEVELS);
	return deep.length <= LONGEST ? deep : textOf(type, definitions, 1);
}

function textOf(type: Type, definitions: Definitions, levels: number): string {
	return JSON.stringify(toFillIn(type, definitions, levels), undefined, 2);
}

function toFillIn(type: Type, definitions: Definitions, levels: number): unknown {
	switch (type.kind) {
		case 'boolean':
			return 'true|false';
		case 'choice': {
			const choices = type.values.join('|');
			return choices.length > LONGEST_CHOICES ? TO_FILL_IN : choices;
		}
		case 'list':
		case 'page':
			return [toFillIn(type.of, definitions, levels)];
		case 'named': {
			const definition = definitions.definition(type.name);
			if (definition.kind === 'alias') return toFillIn(definition.type, definitions, levels);
			return objectToFillIn(type, definitions, levels);
		}
		case 'object':
		case 'string':
		case 'integer':
		case 'number':
		case 'file':
			return TO_FILL_IN;
	}
}

function objectToFillIn(type: Type, definitions: Definitions, levels: number): unknown {
	if (levels === 0) return TO_FILL_IN;
	const members = membersOf(type, definitions);
	const required = members.filter((member) => member.required);
	return Object.fromEntries(
		(required.length > 0 ? required : members).map((member) => [
			member.name,
			toFillIn(member.type, definitions, levels - 1),
		]),
	);
}
