import { PhraseError, type ErrorKind } from '../errors';
import { kindOfStatus, readErrorBody } from '../refusal';
import type { LogIn } from './logIn';

/**
 * Turns the answer to a log-in that is no success into an error that a user understands.
 *
 * @param status its HTTP status
 * @param text its body, without secrets
 */
export function toLogInError({ url, refusal, advice }: LogIn, status: number, text: string): PhraseError {
	const { text: words, code } = readErrorBody(text);
	const says = [words?.replace(/\.$/, ''), code && `[${code}]`].filter(Boolean).join(' ');
	const said = says === '' ? '' : ` Phrase says: ${says}.`;
	const error = (kind: ErrorKind, message: string, next: string) =>
		new PhraseError({
			kind,
			message: `${message} (HTTP ${status})`,
			description: `${next}${said}`,
			httpCode: status,
			errorCode: code,
		});
	if (status === 401 || (status === 400 && says !== '')) return error('signInRefused', refusal, advice);
	if (status === 403) {
		return error(
			'signInRefused',
			'Phrase knows the user but does not allow access',
			"Check the user's role and the organization's access rules.",
		);
	}
	const kind = kindOfStatus(status);
	if (kind !== 'refused') {
		return error(
			kind,
			status === 429
				? 'Phrase receives too many log-ins'
				: `Phrase could not process the log-in at ${new URL(url).host}`,
			'This says nothing about the secret. Try again later.',
		);
	}
	return error(
		'unusable',
		`${new URL(url).host} does not answer as Phrase does`,
		'Check the region or the custom URL.',
	);
}

/** What to say when a log-in was answered well, but not by Phrase. */
export function noToken(): PhraseError {
	return new PhraseError({
		kind: 'unusable',
		message: 'The log-in got an answer, but no token',
		description: 'Check the region or the custom URL.',
	});
}
