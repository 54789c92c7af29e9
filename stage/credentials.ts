import { randomBytes } from 'node:crypto';
import { CREDENTIAL_NAMES, type N8nClient } from '../n8n';
import type { Sandbox } from '../sandbox';

/** Stores the credentials of a sandbox in n8n, under the names by which templates find theirs. */
export async function createCredentials(n8n: N8nClient, { credentials }: Sandbox): Promise<void> {
	const { phraseTmsApi, phraseLanguageAiApi } = CREDENTIAL_NAMES;
	await n8n.createCredential(phraseTmsApi, 'phraseTmsApi', {
		...credentials.phraseTmsApi,
		callbackSigningSecret: randomBytes(24).toString('hex'),
	});
	await n8n.createCredential(phraseLanguageAiApi, 'phraseLanguageAiApi', credentials.phraseLanguageAiApi);
}
