import { ParameterError } from './errors';
import { assertWellFormed } from './wellFormed';

/**
 * Encodes one path segment.
 * @param value what to encode; spaces around it do not count
 * @param before the path so far, which names the segment in an error
 * @throws ParameterError when the segment is empty or a dot segment, with which the path would name another resource,
 * or when it cannot be written in UTF-8
 */
export function encodeSegment(value: string | number | undefined, before: string): string {
	const text = String(value ?? '').trim();
	if (text === '') throw unusable(before, 'is empty', 'Give the ID of what the call is about.');
	if (text === '.' || text === '..') {
		throw unusable(before, `is '${text}', which leads to another path`, 'Give an ID, not a path.');
	}
	assertWellFormed(text, `The part of the path after '${before}'`);
	return encodeURIComponent(text);
}

function unusable(before: string, problem: string, advice: string): ParameterError {
	return new ParameterError(`The part of the path after '${before}' ${problem}`, advice);
}
