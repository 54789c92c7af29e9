import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { listClient } from '../../../core/fields/listClient';
import { productBaseUrl } from '../../../core/http/baseUrl';
import type { PhraseClient } from '../../../core/http/client.types';
import { tmsCredentialType } from './credentialType';

/** With what the lists of the Phrase TMS nodes are filled. */
interface TmsLookup {
	client: PhraseClient;
	/** Where Phrase TMS shows its pages, without a trailing slash; undefined where that is not known. */
	web: () => Promise<string | undefined>;
}

/**
 * With what a list of the Phrase TMS nodes is filled, for the credential that the node uses.
 * @throws ParameterError when none is chosen yet
 */
export function tmsLookup(context: ILoadOptionsFunctions): TmsLookup {
	const type = tmsCredentialType(context.getCurrentNodeParameter('authentication'));
	const { client, credential } = listClient(context, type, 'tms');
	return {
		client,
		web: async () => webOf(productBaseUrl(await credential.read(), 'tms')),
	};
}

/** The client of `tmsLookup` alone. */
export function lookupClient(context: ILoadOptionsFunctions): PhraseClient {
	return tmsLookup(context).client;
}

/** Phrase serves its API and its pages below one path. A URL of another form belongs to a proxy, whose pages nobody knows. */
function webOf(baseUrl: string): string | undefined {
	return /^https?:\/\/[^/]+\/web$/.test(baseUrl) ? baseUrl : undefined;
}
