import type { IDataObject } from 'n8n-workflow';

import type { PhraseClient } from '../../../../core/http/client.types';
import { PhraseError } from '../../../../core/http/errors';
import { pages } from '../../../../core/http/pages';
import { asRecord, asRecords, asText } from '../../../../core/http/read';
import { GET } from '../../../../core/http/request';
import type { JobStatus } from '../../../../core/phrase/events/jobStatus';
import type { NodeLog } from '../../trigger/log';
import { listJobs } from '../jobList';
import { workflowSteps } from '../workflowSteps';
import type { Reached } from './allJobsItem';
import { passesPlaceFilters, workflowLevelOf, type EventFilters } from './eventFilters';
import { haveReached } from './haveReached';
import { groupKey, groupsOf } from './jobGroup';

/** As the webhook about a change of a job's status is called, so that workflows can do with either trigger. */
export const JOB_REACHED_STATUS = 'JOB_STATUS_CHANGED';

/** The order of a list of projects. */
export const NEWEST_FIRST = { sort: 'ID', order: 'DESC' };

const HOURS_OF_DAY = 24;

/** What it takes to look at the jobs that there are. */
export interface JobsLook {
	client: PhraseClient;
	settings: {
		filters: EventFilters;
		/** How old projects are at most whose jobs are looked at, in days. */
		projectAge: number;
	};
	log: NodeLog;
	/** When it is, ms since 1970. */
	now: number;
}

/**
 * The projects whose jobs are looked at: the one that the filters name, or those of the last days. Phrase's filter
 * by the statuses of jobs is for linguists only, so the jobs tell.
 * Source: getProject, GET /api2/v1/projects/{projectUid}; listProjects, GET /api2/v1/projects.
 *
 * @throws PhraseError when Phrase does not tell
 */
export async function* watchedProjects({ client, settings }: JobsLook): AsyncGenerator<IDataObject> {
	const { filters, projectAge } = settings;
	if (filters.projectUid !== undefined) {
		yield asRecord((await client.send(GET`/api2/v1/projects/${filters.projectUid}`)).body);
		return;
	}
	const list = GET`/api2/v1/projects`.query({
		createdInLastHours: projectAge * HOURS_OF_DAY,
		...NEWEST_FIRST,
	});
	for await (const { entries } of pages(client, list, Infinity)) yield* entries;
}

/**
 * The jobs of a project that are where the filters want them, as the webhook's items, as far as a list tells.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 *
 * @param statuses that the jobs are in; undefined for all
 * @returns nothing for a project that was deleted meanwhile; undefined when Phrase refuses to show its jobs, which is
 * logged
 * @throws PhraseError when Phrase does not tell for the moment
 */
export async function jobItemsIn(
	project: IDataObject,
	look: JobsLook,
	statuses?: JobStatus[],
): Promise<IDataObject[] | undefined> {
	const { filters } = look.settings;
	if (filters.clientUid !== undefined && (await clientIn(project)) !== filters.clientUid) return [];
	return await itemsOnLevels(project, look, statuses).catch((error: unknown) => {
		const status = error instanceof PhraseError ? error.httpCode : undefined;
		if (status === 404) return [];
		if (status !== 403) throw error;
		look.log.warn(`The jobs of project ${asText(project.uid)} are left out, because Phrase refuses them`);
		return undefined;
	});
}

/** Each group of jobs with each of the statuses that all of them have reached. */
export function reachedTogether(items: IDataObject[], statuses: readonly JobStatus[]): Reached[] {
	const byGroup = new Map<string, Pick<Reached, 'group' | 'jobs'>>();
	for (const item of items) {
		for (const group of groupsOf([item])) {
			const key = groupKey(group);
			const known = byGroup.get(key) ?? { group, jobs: [] };
			known.jobs.push(asRecord(item.job));
			byGroup.set(key, known);
		}
	}
	return [...byGroup.values()].flatMap(({ group, jobs }) => {
		const current = jobs.map(({ status }) => status);
		return statuses
			.filter((status) => haveReached(current, status))
			.map((status) => ({ group, status, jobs }));
	});
}

/** The client of a project, as lists tell it. */
export async function clientIn({ client }: IDataObject): Promise<string | undefined> {
	return await Promise.resolve(asText(asRecord(client).uid));
}

async function itemsOnLevels(
	project: IDataObject,
	look: JobsLook,
	status?: JobStatus[],
): Promise<IDataObject[]> {
	const projectUid = asText(project.uid) ?? '';
	const items: IDataObject[] = [];
	for (const workflowLevel of await levelsOf(project, look)) {
		const list = listJobs({ projectUid, workflowLevel, filters: { status } });
		for await (const { entries } of pages(look.client, list, Infinity)) {
			for (const job of entries) {
				const item = itemOf(project, { ...job, workflowLevel }, look);
				if (await passesPlaceFilters(item, look.settings.filters, clientIn)) items.push(item);
			}
		}
	}
	return items;
}

/** The time is the one of the look: lists know no other. */
function itemOf({ uid, name }: IDataObject, job: IDataObject, { now }: JobsLook): IDataObject {
	return {
		event: JOB_REACHED_STATUS,
		known: true,
		eventUid: null,
		timestamp: new Date(now).toISOString(),
		projectUid: uid,
		jobUid: job.uid,
		job,
		project: { uid, name },
	};
}

/** The numbers of a project's workflow steps, as far as they are wanted. Lists may leave the steps out. */
async function levelsOf(project: IDataObject, { client, settings }: JobsLook): Promise<number[]> {
	const { workflowLevels: wanted } = settings.filters;
	const levels = Array.isArray(project.workflowSteps)
		? asRecords(project.workflowSteps).map(workflowLevelOf)
		: (await workflowSteps(client, asText(project.uid) ?? '')).map(({ level }) => level);
	return (levels.length > 0 ? levels : [1]).filter((level) => wanted.length === 0 || wanted.includes(level));
}
