import type { IDataObject } from 'n8n-workflow';
import { stillRunning, waitForAsyncRequest } from '../../../../core/async/asyncRequest';
import { poll } from '../../../../core/async/poll';
import { timeLimit, timeLimitMs, waitField, wantsToWait } from '../../../../core/fields/waiting';
import { PhraseError } from '../../../../core/http/error';
import { asRecord, asRecords, asText, asTexts } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import { eachAlone } from '../../../../core/operation/endings/eachAlone';
import { inParallel } from '../../../../core/operation/parallel';
import type { Call, Ending } from '../../../../core/operation/operation';

/** How many jobs of one import are looked at at the same time. */
const PARALLEL_JOBS = 5;

/**
 * The answer lists the jobs that Phrase created of one file; each becomes an item. The import goes on in Phrase;
 * the operation waits for it when the user asks for that.
 * Source: schemas JobListDtoV1, JobPartExtendedDtoV1 (`importStatus`).
 */
export function createdJobs<V extends { projectUid: string }>(): Ending<V> {
	return {
		fields: {
			waitForCompletion: waitField(
				'Wait for Import',
				'Whether to wait until Phrase has imported the file, so that the next node can work with the job',
			),
		},
		options: { timeLimit },
		run: eachAlone(async (call) => {
			const { projectUid } = call.values;
			const answer = asRecord((await call.client.send(call.request())).body);
			const created = asRecords(answer.jobs);
			throwIfNone(answer, created);
			const asyncRequestId = asText(asRecord(answer.asyncRequest).id);
			const jobs = wantsToWait(call.values) ? await imported(call, asyncRequestId, created) : created;
			const notes = { warnings: answer.warnings, unsupportedFiles: answer.unsupportedFiles };
			return jobs.map((job) => ({
				json: { projectUid, jobUid: job.uid, asyncRequestId, ...notes, ...job },
			}));
		}),
	};
}

/**
 * Waits for the import of a file and reads its jobs again.
 * @throws PhraseError with Phrase's message when the import did not succeed
 */
async function imported(
	call: Call<{ projectUid: string }>,
	asyncRequestId: string | undefined,
	created: IDataObject[],
): Promise<IDataObject[]> {
	const { client, signal, values } = call;
	const start = Date.now();
	const limitMs = timeLimitMs(values);
	if (asyncRequestId !== undefined) await waitForAsyncRequest(asyncRequestId, { client, signal, limitMs });
	return await inParallel(created, PARALLEL_JOBS, async ({ uid }) => {
		const jobUid = asText(uid) ?? '';
		const result = await poll(
			async () => {
				const request = GET`/api2/v1/projects/${values.projectUid}/jobs/${jobUid}`;
				const job = asRecord((await client.send(request)).body);
				return asRecord(job.importStatus).status === 'RUNNING' ? undefined : job;
			},
			{ limitMs: Math.max(0, limitMs - (Date.now() - start)), signal },
		);
		if (!result.ended) throw stillRunning(`The import of job ${jobUid}`, Date.now() - start);
		throwIfNotImported(result.value);
		return result.value;
	});
}

function throwIfNotImported(job: IDataObject): void {
	const { status, errorMessage } = asRecord(job.importStatus);
	if (status !== 'ERROR') return;
	throw new PhraseError({
		message: `Phrase could not import '${asText(job.filename) ?? 'the file'}'`,
		description: [
			asText(errorMessage),
			`Job ${asText(job.uid)} (${asText(job.targetLang)}) stays in the project without content.`,
			'Correct the file or the import settings, delete the job in Phrase, and create it again.',
		]
			.filter(Boolean)
			.join('\n'),
	});
}

/** Phrase answers 201 even when it created nothing. */
function throwIfNone(answer: IDataObject, jobs: IDataObject[]): void {
	if (jobs.length > 0) return;
	const unsupported = asTexts(answer.unsupportedFiles).join(', ');
	throw new PhraseError({
		message: 'Phrase created no job',
		description:
			unsupported === ''
				? "The list of created jobs is empty. Check that the file has content and that 'Target Languages' belong to the project."
				: `Phrase cannot read: ${unsupported}. Check the file name's extension and the import settings.`,
	});
}
