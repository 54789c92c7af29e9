import type { Sandbox } from '../../../sandbox';
import type { N8nClient, StoredCredential } from '../../../n8n';

let created = 0;

/** A Phrase, and the credentials for it in n8n. */
export interface PhraseForTest {
	sandbox: Sandbox;
	tms: StoredCredential;
	languageAi: StoredCredential;
}

/**
 * Stores the credentials of a sandbox in n8n.
 * @param callbackSigningSecret of the one for TMS; without one, callback URLs are not signed
 */
export async function phraseIn(
	n8n: N8nClient,
	sandbox: Sandbox,
	callbackSigningSecret = '',
): Promise<PhraseForTest> {
	const { phraseTmsApi, phraseLanguageAiApi } = sandbox.credentials;
	return {
		sandbox,
		tms: await n8n.createCredential(uniqueName(), 'phraseTmsApi', {
			...phraseTmsApi,
			callbackSigningSecret,
		}),
		languageAi: await n8n.createCredential(uniqueName(), 'phraseLanguageAiApi', phraseLanguageAiApi),
	};
}

/** A name that no other credential of this n8n has. */
export function uniqueName(): string {
	created += 1;
	return `Credential ${process.pid}-${Date.now()}-${created}`;
}
