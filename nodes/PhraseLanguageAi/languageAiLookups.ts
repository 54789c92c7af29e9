import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { listClient } from '../../core/fields/listClient';
import type { PhraseClient } from '../../core/http/client.types';

/**
 * The client with which the lists of the Phrase Language AI node are filled.
 * @throws ParameterError when no credential is chosen yet
 */
export function lookupClient(context: ILoadOptionsFunctions): PhraseClient {
	return listClient(context, 'phraseLanguageAiApi', 'languageAi').client;
}
