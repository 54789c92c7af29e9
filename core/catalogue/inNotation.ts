import type { Type } from './types';

/** Choices that are listed at most. */
const MOST_CHOICES = 20;

/** A type in the notation of the source (`string(..255)`, `(NEW|COMPLETED)`), for those who read it. */
export function inNotation(type: Type): string {
	switch (type.kind) {
		case 'string':
		case 'integer':
		case 'number':
			return `${type.kind === 'string' ? (type.format ?? 'string') : type.kind}${inParentheses(type)}`;
		case 'choice':
			return type.values.length > MOST_CHOICES
				? `(${type.values.slice(0, MOST_CHOICES).join('|')}|…)`
				: `(${type.values.join('|')})`;
		case 'list':
			return `${inNotation(type.of)}[${bounds(type)}]`;
		case 'page':
			return `page<${inNotation(type.of)}>`;
		case 'named':
			return type.name;
		case 'boolean':
		case 'object':
		case 'file':
			return type.kind;
	}
}

function inParentheses(of: { min?: number; max?: number }): string {
	const text = bounds(of);
	return text === '' ? '' : `(${text})`;
}

function bounds({ min, max }: { min?: number; max?: number }): string {
	return min === undefined && max === undefined ? '' : `${min ?? ''}..${max ?? ''}`;
}
