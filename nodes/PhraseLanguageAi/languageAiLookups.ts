import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { createPhraseClient } from '../../core/http/client';
import type { PhraseClient } from '../../core/http/client.types';
import { Credential } from '../../core/http/credential';

/** The client with which the lists of the Phrase Language AI node are filled. */
export function lookupClient(context: ILoadOptionsFunctions): PhraseClient {
	return createPhraseClient(new Credential(context, 'phraseLanguageAiApi'), { product: 'languageAi' });
}
