import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { createPhraseClient } from '../../../core/http/client';
import type { PhraseClient } from '../../../core/http/client.types';

/** The client for a dropdown of the Phrase Language AI node. */
export function languageAiClient(context: ILoadOptionsFunctions): PhraseClient {
	return createPhraseClient(context, { credentialType: 'phraseLanguageAiApi', product: 'languageAi' });
}
