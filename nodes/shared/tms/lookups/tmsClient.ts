import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { PhraseClient } from '../../../../core/http/client.types';
import { createPhraseClient } from '../../../../core/http/client';
import { tmsCredentialType } from '../credentialType';

/** The client for a dropdown of the Phrase TMS node. */
export function tmsClient(context: ILoadOptionsFunctions): PhraseClient {
	return createPhraseClient(context, {
		credentialType: tmsCredentialType(context.getCurrentNodeParameter('authentication')),
		product: 'tms',
	});
}
