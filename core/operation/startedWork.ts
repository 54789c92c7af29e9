import type { IDataObject } from 'n8n-workflow';
import { z } from 'zod/v4';
import type { PhraseClient } from '../http/client.types';
import { toPhraseError, type PhraseError } from '../http/errors';

const json = z.custom<IDataObject>((value) => z.record(z.string(), z.json()).safeParse(value).success);

/**
 * What a start came to. It is plain JSON, so an item can hold it, and a later run can read it back. That run
 * looks at it and collects it as if it had started it.
 */
const startedWorkShape = z.object({
	/** What it is called in messages, `The import of 'guide.md'` for instance. */
	name: z.string(),
	/**
	 * What names it and what it is about, by the names that all nodes use: `projectUid`, `jobUid`, `asyncRequestId`,
	 * file name, language. Items, errors and hints show it.
	 */
	about: json,
	/** Phrase's answer to the start, as far as the output repeats it. */
	answer: json,
});

/** Work that Phrase has taken: it exists, and costs, whatever becomes of the run that started it. */
export type StartedWork = z.infer<typeof startedWorkShape>;

/** The work that a value from an item describes; undefined when it describes none. */
export function readStartedWork(value: unknown): StartedWork | undefined {
	return startedWorkShape.safeParse(value).data;
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
