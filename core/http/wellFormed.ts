import { ParameterError } from './errors';

/**
 * Checks that a text can be written in UTF-8.
 * @param what names the text, as the subject of a sentence
 * @throws ParameterError when it cannot
 */
export function assertWellFormed(text: string, what: string): void {
	if (text.isWellFormed()) return;
	throw new ParameterError(
		`${what} holds half of a character (a lone surrogate)`,
		'The text was cut inside a character, or read in the wrong encoding: give it whole.',
	);
}
