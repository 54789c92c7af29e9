import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../../../core/phrase/lenient';
import { asRecord, asText } from '../../../../core/http/read';
import { respelled } from '../../../../core/fields/languageCodes';
import type { JobStatus } from '../../../../core/phrase/events/jobStatus';

/** Which events start the workflow. Undefined and empty lists take all. */
export interface EventFilters {
	projectUid?: string;
	clientUid?: string;
	/** Codes of target languages as Phrase writes them. */
	targetLangs: readonly string[];
	workflowLevels: readonly number[];
	/** In the words of the REST API. */
	statuses: readonly JobStatus[];
	/** Part of a name, in lower case. */
	nameContains?: string;
}

/** Reads the client of a project; undefined when it has none. */
export type ClientOf = (project: IDataObject) => Promise<string | undefined>;

/**
 * Whether an item is where the filters want it: in the project, of the client, in the language and workflow step.
 * Project and client hold for all items: what is about no project does not pass them. The others hold for the items
 * that are about a job.
 *
 * @param item JSON of an event's item
 * @param clientOf asked only when the answer hangs on it
 * @throws what `clientOf` throws
 */
export async function passesPlaceFilters(
	{ job, project, projectUid }: IDataObject,
	filters: EventFilters,
	clientOf: ClientOf,
): Promise<boolean> {
	if (filters.projectUid !== undefined && projectUid !== filters.projectUid) return false;
	if (isJsonObject(job)) {
		if (!isOneOf(filters.targetLangs, respelled(asText(job.targetLang) ?? ''))) return false;
		if (!isOneOf(filters.workflowLevels, workflowLevelOf(job))) return false;
	}
	if (filters.clientUid === undefined) return true;
	return isJsonObject(project) && (await clientOf(project)) === filters.clientUid;
}

/** Whether an item is what the filters want of what is there: a job by its status, and everything by its name. */
export function passesOwnFilters(item: IDataObject, { statuses, nameContains }: EventFilters): boolean {
	if (isJsonObject(item.job) && !isOneOf(statuses, item.job.status)) return false;
	return nameContains === undefined || (nameOf(item)?.toLowerCase().includes(nameContains) ?? false);
}

/** The number of a job's workflow step. A project without workflow steps has its jobs on the first level. */
export function workflowLevelOf({ workflowLevel }: IDataObject): number {
	return typeof workflowLevel === 'number' ? workflowLevel : 1;
}

/** An empty list takes all. */
function isOneOf(wanted: readonly unknown[], value: unknown): boolean {
	return wanted.length === 0 || wanted.includes(value);
}

/** The name of what an item is about: the job's file, or else the analysis, the project template or the project. */
function nameOf({ job, analyse, projectTemplate, project }: IDataObject): string | undefined {
	if (isJsonObject(job)) return asText(job.filename);
	const template = asRecord(projectTemplate);
	const names = [asRecord(analyse).name, template.templateName, template.name, asRecord(project).name];
	return names.map(asText).find((name) => name !== undefined);
}
