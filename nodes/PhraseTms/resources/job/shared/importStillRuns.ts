import type { PhraseClient } from '../../../../../core/http/client.types';
import type { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';

/**
 * Whether Phrase refused because a job is not imported yet; the jobs themselves tell, since where the refusal
 * carries its reason is not documented.
 */
export async function importStillRuns(
	{ projectUid, jobUids }: { projectUid: string; jobUids: string[] },
	client: PhraseClient,
	refusal: PhraseError,
): Promise<PhraseError | undefined> {
	for (const jobUid of jobUids) {
		const { body } = await client.send(GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}`);
		const { importStatus, filename } = asRecord(body);
		if (asRecord(importStatus).status !== 'RUNNING') continue;
		return refusal.with({
			message: `Job ${jobUid} cannot be pre-translated yet: Phrase still imports '${asText(filename) ?? 'its file'}'`,
			description:
				"Turn on 'Wait for Import' in the node that creates the job, or 'Pre-Translate' in its additional fields.",
		});
	}
	return undefined;
}
