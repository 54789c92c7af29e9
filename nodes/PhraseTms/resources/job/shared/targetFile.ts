import { asRecord, asText } from '../../../../../core/http/read';
import type { Call } from '../../../../../core/operation/operation';
import { GET, PUT, type PhraseRequest } from '../../../../../core/http/request';

/** What the export of a target file is called, and how a user goes on with it. */
export const EXPORT = {
	name: 'The export of the target file',
	goOn: "Collect the file with Job > Download Target File by Async Request and the 'asyncRequestId'.",
};

/** A job within its project. */
export interface JobReference {
	projectUid: string;
	jobUid: string;
}

/**
 * Starts the export of a job's target file.
 * Source: completedFileV3, PUT /api2/v3/projects/{projectUid}/jobs/{jobUid}/targetFile.
 */
export function exportTargetFile({ projectUid, jobUid }: JobReference, callbackUrl?: string): PhraseRequest {
	// Each export that Phrase takes makes a call of its own when it has ended.
	const repeat = callbackUrl === undefined ? 'always' : 'refused';
	return PUT`/api2/v3/projects/${projectUid}/jobs/${jobUid}/targetFile`
		.repeatable(repeat)
		.json({ callbackUrl });
}

/**
 * Downloads an exported target file; the id can be used once.
 * Source: downloadCompletedFile, GET
 * /api2/v2/projects/{projectUid}/jobs/{jobUid}/downloadTargetFile/{asyncRequestId}.
 */
export function downloadExported(
	{ projectUid, jobUid, format }: JobReference & { format: string },
	asyncRequestId: string,
): PhraseRequest {
	return GET`/api2/v2/projects/${projectUid}/jobs/${jobUid}/downloadTargetFile/${asyncRequestId}`.query({
		format,
	});
}

/** Reads the target language of a job. Source: getPart, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}. */
export async function targetLangOf({ client, values }: Call<JobReference>): Promise<string | undefined> {
	const { projectUid, jobUid } = values;
	const { body } = await client.send(GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}`);
	return asText(asRecord(body).targetLang);
}

/** Name of a target file when Phrase gives none. */
export function targetFileName({ jobUid, format }: JobReference & { format: string }): string {
	return format === 'PDF' ? `${jobUid}.pdf` : jobUid;
}
