import type { IDataObject } from 'n8n-workflow';
import type { CallbackKind } from '../callbacks/callbackEvent';
import type { CallbackContext } from '../callbacks/callbackUrl';
import type { PhraseClient } from '../http/client.types';
import { toPhraseError, type PhraseError } from '../http/errors';

/**
 * What a start came to. It is plain JSON, so n8n can store it with the execution. The run that a callback wakes looks at
 * it and collects it as if it had started it.
 */
export interface StartedWork {
	/** What it is called in messages, `The import of 'guide.md'` for instance. */
	name: string;
	/**
	 * What names it and what it is about, by the names that all nodes use: `projectUid`, `jobUid`, `asyncRequestId`,
	 * file name, language. Items, errors and hints show it.
	 */
	about: IDataObject;
	/** Phrase's answer to the start, as far as the output repeats it. */
	answer: IDataObject;
}

/**
 * How work of one kind is looked at and gone on with, in whichever run.
 *
 * @typeParam S what Phrase says of work that has ended
 */
export interface WorkKind<S> {
	/**
	 * Asks Phrase once.
	 * @returns undefined while the work goes on
	 * @throws PhraseError when it has ended without success, or its state cannot be read
	 */
	look(work: StartedWork, client: PhraseClient): Promise<S | undefined>;
	/**
	 * Reads what Phrase says of work that does not end, to quote it at the end of a wait.
	 * @returns undefined when it says nothing
	 */
	lastWord?(work: StartedWork, client: PhraseClient): Promise<PhraseError | undefined>;
	/** Its id in Phrase's list of pending asynchronous requests; undefined when it is never there. */
	asyncRequestId?(work: StartedWork): string | undefined;
	/** How a user goes on with work that the node could not wait for or collect, one or two sentences. */
	goOn: string;
	/** How Phrase calls back about it; undefined when it does not. */
	calledBack?: CalledBack;
}

/** Work of a kind that Phrase calls back about when it has ended. */
export interface CalledBackKind<S> extends WorkKind<S> {
	calledBack: CalledBack;
}

/** How Phrase calls back about work of one kind. */
export interface CalledBack {
	/** What the callbacks are about. */
	about: Exclude<CallbackKind, 'unknown'>;
	/** The member of `StartedWork.about` that names the work, `asyncRequestId` for instance. */
	member: string;
	/**
	 * Set when Phrase's API does not tell work that failed from work that goes on. Then a signed callback that reports a
	 * failure is believed.
	 */
	onlyItTellsFailure?: {
		/** Whether a callback URL with this context was made for this work. */
		isAbout(context: CallbackContext, work: StartedWork): boolean;
		/** What to tell of the work. */
		toError(work: StartedWork, words: string): PhraseError;
	};
}

/**
 * Says of a failure which work it left behind, and how to go on with that, unless it says so already.
 * @param error what was thrown after the start
 */
export function failedAfterStart(error: unknown, work: StartedWork, { goOn }: { goOn: string }): PhraseError {
	const failure = toPhraseError(error);
	const isTold = failure.kind === 'workFailed' || Object.keys(failure.about).length > 0;
	const advice = isTold ? [] : [`${work.name} was started in Phrase.`, goOn];
	return failure.with({
		about: work.about,
		description: [failure.description, ...advice].filter(Boolean).join('\n'),
	});
}
