import type { IBinaryData, IDataObject } from 'n8n-workflow';

/** What an operation gives for one input item; the runner adds `pairedItem`. */
export interface OutputItem {
	json: IDataObject;
	binary?: Record<string, IBinaryData>;
}

/**
 * A part of what one input item asked for: what came of it, or what prevented it, beside parts that could be done. One
 * of several target languages, for instance. `about` of a PhraseError says which part it is.
 */
export type Part = OutputItem | Error;
