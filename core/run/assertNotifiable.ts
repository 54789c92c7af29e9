import { isOutOfReach, isTestUrl } from '../callbacks/reach';
import type { CallbackTarget } from '../fields/notify';
import { ParameterError } from '../http/errors';

/** How n8n gets URLs that Phrase can call. */
export const PUBLIC_ADDRESS =
	"n8n's environment variable WEBHOOK_URL (N8N_WEBHOOK_URL in newer versions) to its public address, such as https://n8n.example.com/, and restart n8n";

/**
 * Checks that Phrase can call the URL that a user lets it notify: nobody would ever hear of the work otherwise. A Phrase
 * on a private network may call into it.
 *
 * @param url absolute
 * @param target whom the user has chosen
 * @param phraseUrl where Phrase is
 * @throws ParameterError with what to do
 */
export function assertNotifiable(url: string, target: CallbackTarget, phraseUrl: string): void {
	if (isOutOfReach(new URL(phraseUrl).hostname)) return;
	const { hostname } = new URL(url);
	if (isOutOfReach(hostname) && target.thisExecution) {
		throw new ParameterError(
			`Phrase cannot call this n8n at '${hostname}', which is not a host on the internet`,
			`Set ${PUBLIC_ADDRESS}. Or let 'Notify' be nobody, and the node keep running.`,
		);
	}
	if (isOutOfReach(hostname)) {
		throw new ParameterError(
			`'${target.parameter}' names '${hostname}', which is not a host on the internet: Phrase cannot call it`,
			`Use an address that Phrase can reach over the internet. n8n shows such addresses when you set ${PUBLIC_ADDRESS}.`,
		);
	}
	if (isTestUrl(url)) {
		throw new ParameterError(
			`'${target.parameter}' is a test URL, which takes calls only while somebody listens in the editor`,
			"Publish the workflow that the URL belongs to, and use its production URL. To go on building with what Phrase has sent, open that execution in the executions list and choose 'Copy to editor'.",
		);
	}
}
