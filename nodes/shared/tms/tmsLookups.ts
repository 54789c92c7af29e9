import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { PhraseClient } from '../../../core/http/client.types';
import { createPhraseClient } from '../../../core/http/client';
import { Credential } from '../../../core/http/credential';
import { tmsCredentialType } from './credentialType';

/** The client with which the lists of the Phrase TMS nodes are filled. */
export function lookupClient(context: ILoadOptionsFunctions): PhraseClient {
	const type = tmsCredentialType(context.getCurrentNodeParameter('authentication'));
	return createPhraseClient(new Credential(context, type), { product: 'tms' });
}
