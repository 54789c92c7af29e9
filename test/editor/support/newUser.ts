import type { N8nClient } from '../../../n8n';
import type { Sandbox } from '../../../sandbox';
import { phraseIn, type PhraseForTest } from '../../e2e/support/credentials';

/** Without one, a Phrase Callback Trigger takes no callback. */
const SIGNING_SECRET = 'a long secret of the credential';

/** Makes n8n one of somebody who has only just made the credentials: the editor chooses these by itself. */
export async function phraseOfNewUser(n8n: N8nClient, sandbox: Sandbox): Promise<PhraseForTest> {
	await forgetCredentials(n8n);
	return await phraseIn(n8n, sandbox, SIGNING_SECRET);
}

/** Deletes what other tests have left. */
export async function forgetCredentials(n8n: N8nClient): Promise<void> {
	for (const credential of await n8n.credentials()) await n8n.deleteCredential(credential);
}
