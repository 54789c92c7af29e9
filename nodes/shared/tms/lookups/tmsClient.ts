import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { PhraseClient } from '../../../../core/http/client.types';
import { createPhraseClient } from '../../../../core/http/client';
import { Credential } from '../../../../core/http/credential';
import { tmsCredentialType } from '../credentialType';

/** The client for a dropdown of the Phrase TMS node. */
export function tmsClient(context: ILoadOptionsFunctions): PhraseClient {
	const type = tmsCredentialType(context.getCurrentNodeParameter('authentication'));
	return createPhraseClient(new Credential(context, type), { product: 'tms' });
}
