import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';
import { sentence } from '../../../../../core/http/sentence';
import type { StartedWork, WorkKind } from '../../../../../core/operation/startedWork';

/**
 * The import of one job, named by `projectUid` and `jobUid`. It has ended when Phrase says `OK`, or that the job is
 * imported. A status that nobody knows is none of these.
 * Source: getPart, GET /api2/v1/projects/{projectUid}/jobs/{jobUid}; schema JobPartExtendedDtoV1.
 *
 * @param goOn how a user goes on with it
 */
export function jobImport(goOn: string): WorkKind<IDataObject> {
	return {
		goOn,
		look: async (work, client) => {
			const job = await readJob(work, client);
			const { status, errorMessage } = asRecord(job.importStatus);
			if (status === 'ERROR')
				throw importFailed(asText(job.filename), [job], { reason: asText(errorMessage) });
			return status === 'OK' || (status === undefined && job.imported === true) ? job : undefined;
		},
		lastWord: async (work, client) => {
			const { importStatus } = await readJob(work, client);
			const { status } = asRecord(importStatus);
			if (status === 'RUNNING') return undefined;
			return new PhraseError({
				kind: 'unusable',
				message: `importStatus is ${JSON.stringify(status ?? null)}`,
			});
		},
	};
}

async function readJob({ about }: StartedWork, client: PhraseClient): Promise<IDataObject> {
	const [projectUid, jobUid] = [asText(about.projectUid) ?? '', asText(about.jobUid) ?? ''];
	return asRecord((await client.send(GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}`)).body);
}

/**
 * An import that has ended without success, and what to do about it.
 *
 * @param fileName the file, when it is known
 * @param jobs what Phrase created of it
 * @param said what Phrase says of the failure, and its code
 */
export function importFailed(
	fileName: string | undefined,
	jobs: IDataObject[],
	{ reason, errorCode }: { reason?: string; errorCode?: string },
): PhraseError {
	const [job, another] = jobs;
	const left =
		job !== undefined && another === undefined
			? [
					`Job ${asText(job.uid)} (${asText(job.targetLang)}) stays in the project without content.`,
					'Correct the file or the import settings, delete the job in Phrase, and create it again.',
				]
			: [
					`The ${jobs.length} jobs of the file stay in the project.`,
					'Correct the file or the import settings, delete the jobs in Phrase, and create them again.',
				];
	return new PhraseError({
		kind: 'workFailed',
		message: `Phrase could not import '${fileName ?? 'the file'}'`,
		description: [reason && sentence(reason), ...left].filter(Boolean).join('\n'),
		errorCode,
	});
}
