import type { IDataObject } from 'n8n-workflow';
import { outputBinaryField, outputFieldName } from '../../../../../core/fields/binary';
import { waitOptions } from '../../../../../core/fields/waitOptions';
import { asRecord, asText } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';
import { eachAlone } from '../../../../../core/endings/eachAlone';
import { toFileItem } from '../../../../../core/endings/file';
import { pages } from '../../../../../core/http/pages';
import { exportFile } from '../../../../../core/endings/exportedFile';
import type { Call, Ending, FailedPart, OutputItem } from '../../../../../core/operation/operation';
import { inParallel } from '../../../../../core/concurrency/inParallel';
import { waitDetails } from '../../../../../core/waiting/waitForAsyncRequest';
import { perWorkflowLevel, type JobList } from '../../../../shared/tms/jobList';
import { downloadExported, exportTargetFile, targetFileName } from './targetFile';

/** What the user wants of many target files. */
interface TargetFiles extends JobList {
	/** The jobs by UID; undefined for those of the project. */
	jobUids?: string[];
	format: string;
	/** What an output item stands for. */
	itemFor: 'file' | 'language';
}

/** A job whose target file is wanted, with what is known of it. */
interface WantedJob {
	projectUid: string;
	jobUid: string;
	targetLang?: string;
	workflowLevel?: number;
}

/** What came of one job. */
type Collected = { job: WantedJob } & ({ item: OutputItem } | { error: Error });

/**
 * The operation exports the target file of each job, as many at a time as the run allows, waits for all of them
 * together, and streams them into binary fields. A job whose file cannot be had is a failed part beside the others.
 */
export function targetFiles<V extends TargetFiles>(): Ending<V> {
	return {
		fields: { binaryPropertyName: outputBinaryField() },
		options: waitOptions,
		run: eachAlone(async (call) => {
			const jobs = await jobsOf(call);
			const collected = await call.slots.lend(
				async () => await inParallel(jobs, call.slots, async (job) => await collect(call, job)),
			);
			return call.values.itemFor === 'language' ? byLanguage(call, collected) : collected.map(toPart);
		}),
	};
}

async function jobsOf({ client, request, values }: Call<TargetFiles>): Promise<WantedJob[]> {
	const { projectUid, jobUids } = values;
	if (jobUids !== undefined) return jobUids.map((jobUid) => ({ projectUid, jobUid }));
	const jobs: WantedJob[] = [];
	for (const list of await perWorkflowLevel(request(), values, client)) {
		for await (const { entries } of pages(client, list, Infinity)) {
			jobs.push(...entries.map((entry) => toWanted(projectUid, asText(entry.uid) ?? '', entry)));
		}
	}
	return jobs;
}

function toWanted(projectUid: string, jobUid: string, entry: IDataObject): WantedJob {
	const { workflowLevel } = asRecord(entry.workflowStep);
	return {
		projectUid,
		jobUid,
		targetLang: asText(entry.targetLang),
		...(typeof workflowLevel === 'number' && { workflowLevel }),
	};
}

async function collect(call: Call<TargetFiles>, wanted: WantedJob): Promise<Collected> {
	const { client, signal, values } = call;
	let job = wanted;
	try {
		if (values.itemFor === 'language' && job.targetLang === undefined) {
			const request = GET`/api2/v1/projects/${job.projectUid}/jobs/${job.jobUid}`;
			job = toWanted(job.projectUid, job.jobUid, asRecord((await client.send(request)).body));
		}
		const reference = { projectUid: job.projectUid, jobUid: job.jobUid, format: values.format };
		const { taken, asyncRequestId, waits } = await exportFile(call, {
			request: () => exportTargetFile(reference),
			collect: (id) => downloadExported(reference, id),
			take: async (stream) =>
				await toFileItem(call, stream, { fallbackName: () => targetFileName(reference) }),
		});
		const json = { ...job, ...taken.json, asyncRequestId, ...waitDetails(values, ...waits) };
		return { job, item: { ...taken, json } };
	} catch (error) {
		signal.throwIfAborted();
		return { job, error: error instanceof Error ? error : new Error(String(error)) };
	}
}

function toPart(one: Collected): OutputItem | FailedPart {
	return 'error' in one ? { error: one.error, about: { ...one.job } } : one.item;
}

/** One item for each target language, in the order in which they come first; failed jobs stay parts of their own. */
function byLanguage({ values }: Call<TargetFiles>, collected: Collected[]): Array<OutputItem | FailedPart> {
	const field = outputFieldName(values);
	const languages = new Map<string | undefined, OutputItem & { files: IDataObject[] }>();
	const failed: FailedPart[] = [];
	for (const one of collected) {
		if ('error' in one) {
			failed.push({ error: one.error, about: { ...one.job } });
			continue;
		}
		const { projectUid, targetLang } = one.job;
		const language = languages.get(targetLang) ?? {
			json: { projectUid, targetLang },
			binary: {},
			files: [],
		};
		languages.set(targetLang, language);
		const binaryPropertyName = `${field}_${language.files.length}`;
		const { projectUid: _project, targetLang: _lang, ...file } = one.item.json;
		language.files.push({ ...file, binaryPropertyName });
		const binary = one.item.binary?.[field];
		language.binary = { ...language.binary, ...(binary && { [binaryPropertyName]: binary }) };
	}
	const items = [...languages.values()].map(({ json, binary, files }) => ({
		json: { ...json, files },
		binary,
	}));
	return [...items, ...failed];
}
