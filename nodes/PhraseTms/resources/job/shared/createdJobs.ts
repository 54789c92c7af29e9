import type { IDataObject } from 'n8n-workflow';
import { stillRunning } from '../../../../../core/phrase/asyncRequest';
import { poll } from '../../../../../core/concurrency/poll';
import { waitField, waitOptions, wantsToWait } from '../../../../../core/fields/waitOptions';
import { PhraseError } from '../../../../../core/http/errors';
import { asRecord, asRecords, asText, asTexts } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';
import { eachAlone } from '../../../../../core/endings/eachAlone';
import { inParallel } from '../../../../../core/concurrency/inParallel';
import type { Call, Ending } from '../../../../../core/operation/operation';
import {
	limitMs,
	start,
	waitDetails,
	waitForAsyncRequest,
	type Polling,
} from '../../../../../core/waiting/waitForAsyncRequest';

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
		options: waitOptions,
		run: eachAlone(async (call) => {
			const { projectUid } = call.values;
			const answer = asRecord((await start(call)).body);
			const created = asRecords(answer.jobs);
			throwIfNone(answer, created);
			const asyncRequestId = asText(asRecord(answer.asyncRequest).id);
			const notes = { warnings: answer.warnings, unsupportedFiles: answer.unsupportedFiles };
			const toItem = (job: IDataObject) => ({
				json: { projectUid, jobUid: job.uid, asyncRequestId, ...notes, ...job },
			});
			if (!wantsToWait(call.values)) return created.map(toItem);
			const { jobs, polling } = await imported(call, asyncRequestId, created);
			return jobs.map((job) => toItem({ ...job, ...waitDetails(call.values, polling) }));
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
): Promise<{ jobs: IDataObject[]; polling: Polling }> {
	const { client, signal, slots, values } = call;
	const begin = Date.now();
	let polls = 0;
	if (asyncRequestId !== undefined) {
		polls += (await waitForAsyncRequest(call, asyncRequestId, { justStarted: true })).polls;
	}
	const readImported = async (jobUid: string) => {
		const request = GET`/api2/v1/projects/${values.projectUid}/jobs/${jobUid}`;
		const left = Math.max(0, limitMs(call) - (Date.now() - begin));
		const result = await poll(
			async () => {
				const job = asRecord((await client.send(request)).body);
				return asRecord(job.importStatus).status === 'RUNNING' ? undefined : job;
			},
			{ limitMs: left, signal },
		);
		if (!result.ended) throw stillRunning(`The import of job ${jobUid}`, Date.now() - begin);
		throwIfNotImported(result.value);
		polls += result.polls;
		return result.value;
	};
	// The import has ended by now as a rule: these are reads, so each takes a slot.
	const jobs = await slots.lend(
		async () => await inParallel(created, slots, async ({ uid }) => await readImported(asText(uid) ?? '')),
	);
	return { jobs, polling: { polls, elapsedMs: Date.now() - begin } };
}

function throwIfNotImported(job: IDataObject): void {
	const { status, errorMessage } = asRecord(job.importStatus);
	if (status !== 'ERROR') return;
	throw new PhraseError({
		kind: 'workFailed',
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
		kind: 'workFailed',
		message: 'Phrase created no job',
		description:
			unsupported === ''
				? "The list of created jobs is empty. Check that the file has content and that 'Target Languages' belong to the project."
				: `Phrase cannot read: ${unsupported}. Check the file name's extension and the import settings.`,
	});
}
