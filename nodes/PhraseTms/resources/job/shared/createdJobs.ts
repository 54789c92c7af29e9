import type { IDataObject } from 'n8n-workflow';
import type { PhraseClient } from '../../../../../core/http/client.types';
import { inParallel } from '../../../../../core/concurrency/inParallel';
import { startedWork, startsOne } from '../../../../../core/endings/workCourse';
import { simplified, simplifyFields } from '../../../../../core/fields/simplify';
import { PhraseError } from '../../../../../core/http/errors';
import { GET } from '../../../../../core/http/request';
import { asRecord, asRecords, asText, asTexts } from '../../../../../core/http/read';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { Part } from '../../../../../core/operation/part';
import type { CalledBackKind, StartedWork } from '../../../../../core/operation/startedWork';
import { asyncRequestWork } from '../../../../../core/waiting/asyncRequestWork';
import { start } from '../../../../../core/waiting/start';
import { waitDetails, waitFor, type Ended, type Polling } from '../../../../../core/waiting/waitFor';
import { SIMPLE_JOB } from '../../../../shared/tms/simpleJob';
import { importFailed, jobImport } from './jobImport';

const GO_ON =
	"Do not create the jobs again. Wait with Asynchronous Request > Wait, or read a job with Job > Get: its 'importStatus' tells.";

/** What the simplified version of a created job keeps, with what Phrase says of the file. */
const SIMPLE_CREATED_JOB = [...SIMPLE_JOB, 'workflowLevel', 'warnings', 'unsupportedFiles', 'existed'];

/** What the user says of the jobs. */
interface NewJobs {
	projectUid: string;
	/** Empty for all of the project. */
	targetLangs: string[];
}

/** Finds jobs that there are already, to be taken in place of new ones. */
type Look<V> = (call: Call<V>, targetLangs: string[]) => Promise<IDataObject[]>;

/**
 * The answer lists the jobs that Phrase created of one file; each becomes an item. The import goes on in Phrase;
 * the operation waits for it when the user asks for that.
 * Source: schemas JobListDtoV1, JobPartExtendedDtoV1 (`importStatus`).
 *
 * @param look finds jobs that there are already, where the user wants that: others are created for the other languages
 */
export function createdJobs<V extends NewJobs>(look?: Look<V>): Ending<V> {
	const ending = startedWork<V, Imported>({
		kind: fileImport(),
		starts: startsOne(async (call) => await createJobs(call, look)),
		choice: {
			name: 'Wait for Import',
			description:
				'Whether to wait until Phrase has imported the file, so that the next node can work with the job',
			started: ({ values }, work) => jobsOf(work).map((job) => toItem(work, job, values)),
		},
		collect: importedJobs,
	});
	return { ...ending, fields: { ...ending.fields, ...simplifyFields({ simple: SIMPLE_CREATED_JOB }) } };
}

/**
 * The import of a file. Of a single job, the job itself tells, and it is what comes out. Of several, their asynchronous
 * request tells; without one in the answer, the jobs are looked at when they are collected.
 */
function fileImport(): CalledBackKind<Imported> {
	const request = asyncRequestWork(GO_ON);
	const single = jobImport(GO_ON);
	const haveEnded = async (work: StartedWork, client: PhraseClient): Promise<Imported | undefined> => {
		if (request.asyncRequestId?.(work) === undefined) return {};
		const state = await request.look(work, client).catch((error: unknown) => {
			throw isFailure(error) ? notImported(work, error) : error;
		});
		return state === undefined ? undefined : {};
	};
	return {
		...request,
		look: async (work, client) => {
			const [job, another] = jobsOf(work);
			if (job === undefined || another !== undefined) return await haveEnded(work, client);
			const imported = await single.look(jobWork(work, job), client).catch(async (error: unknown) => {
				// Its code and its words are in the asynchronous request.
				if (isFailure(error)) await haveEnded(work, client);
				throw error;
			});
			return imported && { job: imported };
		},
		lastWord: async (work, client) => {
			const [job, another] = jobsOf(work);
			if (job === undefined || another !== undefined) return undefined;
			return await single.lastWord?.(jobWork(work, job), client);
		},
	};
}

/** What is known of an imported file: its job, when it is a single one. */
interface Imported {
	job?: IDataObject;
}

function isFailure(error: unknown): error is PhraseError {
	return error instanceof PhraseError && error.kind === 'workFailed';
}

/** The failure of the asynchronous request, which names neither file nor jobs. */
function notImported(work: StartedWork, { description, errorCode }: PhraseError): PhraseError {
	const created = jobsOf(work).filter(({ existed }) => existed !== true);
	return importFailed(asText(work.about.fileName), created, { reason: description, errorCode });
}

async function createJobs<V extends NewJobs>(call: Call<V>, look?: Look<V>): Promise<StartedWork> {
	const { projectUid } = call.values;
	const wanted = await languagesOf(call);
	const existing = (await look?.(call, wanted)) ?? [];
	const targetLangs = wanted.filter((one) => !existing.some(({ targetLang }) => targetLang === one));
	const answer = targetLangs.length === 0 ? {} : await requestJobs(call, targetLangs);
	const taken: IDataObject[] = existing.map((job) => ({ ...job, existed: true }));
	const jobs = [...taken, ...asRecords(answer.jobs)];
	const fileName = asText(jobs[0]?.filename);
	const jobUids = jobs.map(({ uid }) => asText(uid) ?? '');
	return {
		name: `The import of '${fileName ?? 'the file'}'`,
		about: {
			projectUid,
			jobUid: jobUids[0],
			jobUids,
			asyncRequestId: asText(asRecord(answer.asyncRequest).id),
			fileName,
			targetLangs: [...new Set(jobs.map(({ targetLang }) => asText(targetLang) ?? ''))],
		},
		answer: { jobs, warnings: answer.warnings, unsupportedFiles: answer.unsupportedFiles },
	};
}

/** @throws PhraseError when Phrase refuses the call, or creates no job */
async function requestJobs(call: Call<NewJobs>, targetLangs: string[]): Promise<IDataObject> {
	const answer = asRecord((await start(call, () => call.request({ targetLangs }))).body);
	throwIfNone(answer);
	return answer;
}

/**
 * The languages that the user has chosen, or all of the project.
 * Source: getProject, GET /api2/v1/projects/{projectUid}.
 */
async function languagesOf({ client, values }: Call<NewJobs>): Promise<string[]> {
	if (values.targetLangs.length > 0) return values.targetLangs;
	const { body } = await client.send(GET`/api2/v1/projects/${values.projectUid}`);
	return asTexts(asRecord(body).targetLangs);
}

/** Reads the jobs of an imported file again; one whose own import failed is a part beside the others. */
async function importedJobs(
	call: Call<{ projectUid: string }>,
	{ work, state, ...polling }: Ended<Imported>,
): Promise<Part[]> {
	const itemOf = (job: IDataObject, ...waits: Polling[]) => {
		const { json } = toItem(work, job, call.values);
		return { json: { ...json, ...waitDetails(call.values, polling, ...waits) } };
	};
	if (state.job !== undefined) return [itemOf(state.job)];
	const readJob = async (job: IDataObject): Promise<Part> => {
		try {
			const imported = await waitFor(call, jobWork(work, job), jobImport(GO_ON), { justStarted: false });
			return itemOf(imported.state, imported);
		} catch (error) {
			call.signal.throwIfAborted();
			return call.failed(error);
		}
	};
	return await call.slots.lend(async () => await inParallel(jobsOf(work), call.slots, readJob));
}

/** The import of one of the jobs. */
function jobWork({ name, about, answer }: StartedWork, job: IDataObject): StartedWork {
	const { projectUid, asyncRequestId, fileName } = about;
	const { uid, targetLang } = job;
	return { name, about: { projectUid, jobUid: uid, asyncRequestId, fileName, targetLang }, answer };
}

function jobsOf({ answer }: StartedWork): IDataObject[] {
	return asRecords(answer.jobs);
}

function toItem({ about, answer }: StartedWork, job: IDataObject, values: unknown) {
	const { projectUid, asyncRequestId } = about;
	const { jobs, ...notes } = answer;
	const { existed } = asRecords(jobs).find(({ uid }) => uid === job.uid) ?? {};
	const shown = simplified(
		{ ...notes, ...job, ...(existed === true && { existed }) },
		values,
		SIMPLE_CREATED_JOB,
	);
	return { json: { projectUid, jobUid: job.uid, asyncRequestId, ...shown } };
}

/** Phrase answers 201 even when it created nothing. */
function throwIfNone(answer: IDataObject): void {
	if (asRecords(answer.jobs).length > 0) return;
	const unsupported = asTexts(answer.unsupportedFiles).join(', ');
	throw new PhraseError({
		kind: 'workFailed',
		message: 'Phrase created no job',
		description:
			unsupported === ''
				? "The list of created jobs is empty. Check that the file has content and that 'Target Language Names or IDs' belong to the project."
				: `Phrase cannot read: ${unsupported}. Check the file name's extension and the import settings.`,
	});
}
