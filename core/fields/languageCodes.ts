import { z } from 'zod/v4';
import { onFirstUse } from '../http/onFirstUse';
import { listOf, type Size } from './list';
import { plainText } from './text';

/**
 * Checks codes of languages. Whatever spelling they come in, `cs-CZ` for instance, they become Phrase's: lower case,
 * with underscores.
 * @param form what a code looks like in the Phrase product that gets it
 */
export function languageCodes(form: RegExp) {
	const spelled = onFirstUse(() => plainText(z.string().transform(respelled)));
	const code = (missing: string) =>
		spelled().pipe(
			z
				.string()
				.min(1, missing)
				.regex(form, { error: ({ input }) => wrong(input) }),
		);
	return {
		/** One code that must be there. */
		one: onFirstUse(() => code('must not be empty')),
		/** One code that may be left out; an empty text then. */
		oneOrEmpty: onFirstUse(() =>
			spelled().pipe(
				z.union([z.literal(''), z.string().regex(form)], { error: ({ input }) => wrong(input) }),
			),
		),
		/** Several codes, each once. */
		some: (size: Size = {}) => listOf(code('must not be empty'), size),
	};
}

/** Phrase's spelling of a code, whatever the spelling it comes in. */
export function respelled(code: string): string {
	return code.trim().replaceAll('-', '_').toLowerCase();
}

function wrong(code: unknown): string {
	return `'${String(code)}' is no code of a language: expected one such as 'cs' or 'pt_br'`;
}
