import type { IDataObject } from 'n8n-workflow';

/** What a failure is to be blamed on: the moment, so that the same thing may work later, or what was given. */
type Blame = 'moment' | 'input';

/**
 * Every way in which a call to Phrase, or the work that it started, can come to nothing. The list is closed: whoever
 * decides something about a failure (send again, wait, wake, give up) decides on its kind, and on nothing else.
 */
const KINDS = {
	/** Phrase answered no. The call was not performed, and would be refused again: 4xx but 408 and 429. */
	refused: 'input',
	/** Phrase answered that it did not take the call for the moment: 429, 503. */
	busy: 'moment',
	/** The answer was lost after the call may have been sent (reset, silence, 408, 500, 502, 504). */
	perhapsDone: 'moment',
	/** No byte reached Phrase: no connection, no such host. */
	unreachable: 'moment',
	/** The client could not get a token for the moment: the sign-in got 429 or 5xx, or no answer. */
	signInUnavailable: 'moment',
	/** Phrase, or the Phrase Platform, refused the secret of the credential. */
	signInRefused: 'input',
	/** Work that Phrase had taken ended there without success. */
	workFailed: 'input',
	/** A wait reached its limit. The work goes on in Phrase. */
	timeLimit: 'moment',
	/** What answered does not speak as Phrase does: another page, an untrusted certificate, a member missing. */
	unusable: 'input',
	/** This side failed: the disk, or the source of an upload. */
	local: 'input',
	/** A parameter, or the credential's own fields, cannot be used. Nothing was sent. */
	parameter: 'input',
} as const satisfies Record<string, Blame>;

/** A way in which something can come to nothing; see the list above. */
export type ErrorKind = keyof typeof KINDS;

/** What is known of something that did not succeed. */
export interface PhraseErrorDetails {
	kind: ErrorKind;
	/** What happened, one sentence for the user. */
	message: string;
	/** Phrase's own description and the next step, for the user. */
	description?: string;
	/** HTTP status of the answer, when there was one. */
	httpCode?: number;
	/** Phrase's error code, for example `AuthUnauthorized`. */
	errorCode?: string;
	/** Value of the `Memsource-Action-Id` header: what Phrase's support asks for. */
	actionId?: string;
	/** What exists in Phrase in spite of the failure, by the names that nodes use: `projectUid`, `jobUid` … */
	about?: IDataObject;
}

/**
 * Whatever did not succeed, for whatever reason and in whatever product's error style.
 * Holds no token, no request body and no stack of the HTTP client.
 */
export class PhraseError extends Error {
	/** @param details all that is known; `with` makes a changed copy of them */
	constructor(readonly details: PhraseErrorDetails) {
		super(details.message);
		this.name = 'PhraseError';
	}

	get kind(): ErrorKind {
		return this.details.kind;
	}

	get description(): string | undefined {
		return this.details.description;
	}

	get httpCode(): number | undefined {
		return this.details.httpCode;
	}

	get errorCode(): string | undefined {
		return this.details.errorCode;
	}

	get actionId(): string | undefined {
		return this.details.actionId;
	}

	get about(): IDataObject {
		return this.details.about ?? {};
	}

	/** Whether the moment is to blame, so that the same thing may work later. */
	get isPassing(): boolean {
		return KINDS[this.kind] === 'moment';
	}

	/**
	 * Copies the error with other details.
	 * @param change what differs; `about` is added to what the error is about already
	 */
	with(change: Partial<PhraseErrorDetails>): PhraseError {
		return new PhraseError({ ...this.details, ...change, about: { ...change.about, ...this.about } });
	}
}

/** A value that cannot be used, and what to do about it. Nothing was sent. */
export class ParameterError extends PhraseError {
	/**
	 * @param message what is wrong, one sentence that names the parameter
	 * @param description what to do about it
	 */
	constructor(message: string, description?: string) {
		super({ kind: 'parameter', message, description });
		this.name = 'ParameterError';
	}
}

/** Whether a failure is about the moment, so that the same thing may work later. */
export function isPassing(error: unknown): boolean {
	return error instanceof PhraseError && error.isPassing;
}

/** An error as one of the family: what did not come from Phrase, or from the way to it, is this side's. */
export function toPhraseError(error: unknown): PhraseError {
	if (error instanceof PhraseError) return error;
	const { message, description } = (error ?? {}) as { message?: unknown; description?: unknown };
	return new PhraseError({
		kind: 'local',
		message: typeof message === 'string' ? message : String(error),
		description: typeof description === 'string' ? description : undefined,
	});
}
