import type { IDataObject } from 'n8n-workflow';
import { intoBinary, outputFieldName } from '../../../../../core/fields/binary';
import { languageInName, wantsLanguageInName } from '../../../../../core/fields/languageInName';
import { callbackTarget } from '../../../../../core/fields/notify';
import { toPhraseError } from '../../../../../core/http/errors';
import { asRecord, asText } from '../../../../../core/http/read';
import { GET } from '../../../../../core/http/request';
import { startAsyncRequest } from '../../../../../core/endings/awaitedAsyncRequest';
import { toFileItem } from '../../../../../core/endings/file';
import { startedWork } from '../../../../../core/endings/workCourse';
import { pages } from '../../../../../core/http/pages';
import { collectExport, exportWork } from '../../../../../core/endings/exportedFile';
import type { Call, Ending } from '../../../../../core/operation/operation';
import type { OutputItem, Part } from '../../../../../core/operation/part';
import { waitDetails, type Ended } from '../../../../../core/waiting/waitFor';
import { perWorkflowLevel, type JobList } from '../../../../shared/tms/jobList';
import { downloadExported, EXPORT, exportTargetFile, targetFileName } from './targetFile';

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

/**
 * The operation exports the target file of each job, as many at a time as the run allows, waits for all of them
 * together, and streams them into binary fields. A job whose file cannot be had is a failed part beside the others.
 */
export function targetFiles<V extends TargetFiles>(): Ending<V> {
	const ending = startedWork<V, IDataObject>({
		kind: exportWork(EXPORT.goOn),
		starts: async (call) => {
			const jobs = await jobsOf(call);
			return jobs.map((job) => async () => await startExport(call, job));
		},
		collect,
		gather: (call, parts) => (call.values.itemFor === 'language' ? byLanguage(call, parts) : parts),
	});
	return {
		...ending,
		fields: { ...intoBinary.fields, ...ending.fields },
		options: { ...ending.options, ...languageInName.options },
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

function needsLanguage(values: TargetFiles): boolean {
	return values.itemFor === 'language' || wantsLanguageInName(values);
}

async function startExport(call: Call<TargetFiles>, wanted: WantedJob) {
	const { projectUid, jobUid } = wanted;
	try {
		let job = wanted;
		if (needsLanguage(call.values) && job.targetLang === undefined) {
			const { body } = await call.client.send(GET`/api2/v1/projects/${projectUid}/jobs/${jobUid}`);
			job = toWanted(projectUid, jobUid, asRecord(body));
		}
		const options = { name: EXPORT.name, add: () => ({ ...job }) };
		return await startAsyncRequest(call, options, () =>
			call.requestWith((tools) => {
				const context = { kind: 'asyncRequest', projectUid, jobUid } as const;
				return exportTargetFile(job, tools.callbackUrl(callbackTarget(call.values), context));
			}),
		);
	} catch (error) {
		call.signal.throwIfAborted();
		throw toPhraseError(error).with({ about: { ...wanted } });
	}
}

async function collect(call: Call<TargetFiles>, ended: Ended<IDataObject>): Promise<Part[]> {
	const { asyncRequestId: _first, ...job } = ended.work.about;
	const reference = {
		projectUid: asText(job.projectUid) ?? '',
		jobUid: asText(job.jobUid) ?? '',
		format: call.values.format,
	};
	const { taken, work, waits } = await collectExport(call, ended, {
		kind: exportWork(EXPORT.goOn),
		name: EXPORT.name,
		about: job,
		request: () => exportTargetFile(reference),
		collect: (id) => downloadExported(reference, id),
		take: async (stream) =>
			await toFileItem(call, stream, {
				fallbackName: () => targetFileName(reference),
				language: wantsLanguageInName(call.values) ? asText(job.targetLang) : undefined,
			}),
	});
	const { asyncRequestId } = work.about;
	return [
		{ ...taken, json: { ...job, ...taken.json, asyncRequestId, ...waitDetails(call.values, ...waits) } },
	];
}

/** One item for each target language, in the order in which they come first; failed jobs stay parts of their own. */
function byLanguage({ values }: Call<TargetFiles>, parts: Part[]): Part[] {
	const field = outputFieldName(values);
	const languages = new Map<unknown, Required<OutputItem> & { files: IDataObject[] }>();
	const failed: Error[] = [];
	for (const part of parts) {
		if (part instanceof Error) {
			failed.push(part);
			continue;
		}
		const { projectUid, targetLang, ...file } = part.json;
		const language = languages.get(targetLang) ?? { json: { projectUid, targetLang }, binary: {}, files: [] };
		languages.set(targetLang, language);
		const binaryPropertyName = `${field}_${language.files.length}`;
		language.files.push({ ...file, binaryPropertyName });
		const binary = part.binary?.[field];
		if (binary !== undefined) language.binary[binaryPropertyName] = binary;
	}
	const items = [...languages.values()].map(({ json, binary, files }) => ({
		json: { ...json, files },
		binary,
	}));
	return [...items, ...failed];
}
