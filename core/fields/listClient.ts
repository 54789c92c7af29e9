import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { createPhraseClient, PATIENCE, type Patience } from '../http/client';
import type { PhraseClient, Product } from '../http/client.types';
import { Credential } from '../http/credential';
import { ParameterError } from '../http/errors';

/** How patient a list is: somebody sits in front of it. */
const IN_EDITOR: Patience = {
	timeouts: { ...PATIENCE.timeouts, headers: 20_000 },
	backoff: { base: 300, cap: 2000, retryAfterCap: 2000, attempts: { busy: 3, other: 3 } },
	atOnceMs: 2000,
};

/** The node has no credential yet with which a list could be read. */
export class NoCredential extends ParameterError {}

/**
 * The client with which a list is filled, and the credential that it uses.
 * @param type n8n name of the credential type
 * @throws NoCredential when the node has no credential of this type yet
 */
export function listClient(
	context: ILoadOptionsFunctions,
	type: string,
	product: Product,
): { client: PhraseClient; credential: Credential } {
	if (context.getNode().credentials?.[type] === undefined) {
		throw new NoCredential("Choose a 'Credential to connect with' first: the lists come from Phrase");
	}
	const credential = new Credential(context, type);
	return { client: createPhraseClient(credential, { product }, IN_EDITOR), credential };
}
