import type { Fields } from '../../../core/fields/field';
import type { PhraseResponse, Product } from '../../../core/http/client.types';
import type { Ending } from '../../../core/operation/operation';
import type { CallbackKind } from '../../../core/callbacks/callbackEvent';
import type { Called } from './called';
import type { CallValues } from './callValues';

/** The API of a product, as one resource of its node. */
export interface Api {
	product: Product;
	/** What users read: 'Phrase TMS'. */
	name: string;
	/** Fields of their own for parameters in paths, by the names of the parameters: lists to choose from. */
	pathFields: Fields;
	/**
	 * The work that a call starts.
	 * @param answer what the endpoint has answered, when it was called before anybody knew that it starts something
	 */
	work: (called: Called, answer?: PhraseResponse) => Work;
}

/** Work that a call starts. */
export interface Work {
	/** What Phrase calls back about. */
	kind: Exclude<CallbackKind, 'unknown'>;
	/** Whether a callback about it can wake the node: it is woken for one kind of work. */
	wakes: boolean;
	/** Starts it, and waits for it when the user wants that. */
	ends: Ending<CallValues>;
}
