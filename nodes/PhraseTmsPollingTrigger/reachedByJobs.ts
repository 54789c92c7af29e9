import type { IDataObject } from 'n8n-workflow';

import { PhraseError } from '../../core/http/errors';
import { pages } from '../../core/http/pages';
import { asRecord, asRecords, asText } from '../../core/http/read';
import { GET } from '../../core/http/request';
import { JOB_STATUSES } from '../../core/phrase/events/jobStatus';
import { allJobsItem } from '../shared/tms/events/allJobsItem';
import { passesOwnFilters, passesPlaceFilters, workflowLevelOf } from '../shared/tms/events/eventFilters';
import { hasReached, haveReached } from '../shared/tms/events/haveReached';
import { groupKey, groupsOf } from '../shared/tms/events/jobGroup';
import { listJobs } from '../shared/tms/jobList';
import { workflowSteps } from '../shared/tms/workflowSteps';
import { clientIn, NEWEST_FIRST } from './createdProjects';
import type { Happened, Look } from './look';
import { JOB_REACHED_STATUS } from './polledEvents';

const HOURS_OF_DAY = 24;

/**
 * The projects whose jobs are looked at: the one that the filters name, or those of the last days. Phrase's filter
 * by the statuses of jobs is for linguists only, so the jobs tell.
 * Source: getProject, GET /api2/v1/projects/{projectUid}; listProjects, GET /api2/v1/projects.
 *
 * @throws PhraseError when Phrase does not tell
 */
export async function* watchedProjects({ client, settings }: Look): AsyncGenerator<IDataObject> {
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
 * What the jobs of a project have reached by now: the jobs themselves, and the groups that have to reach it together.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 *
 * @returns nothing for a project that was deleted meanwhile; undefined when Phrase refuses to show its jobs, which is
 * logged
 * @throws PhraseError when Phrase does not tell for the moment
 */
export async function reachedIn(project: IDataObject, look: Look): Promise<Happened[] | undefined> {
	const { filters } = look.settings;
	if (filters.clientUid !== undefined && (await clientIn(project)) !== filters.clientUid) return [];
	return await reachedOnLevels(project, look).catch((error: unknown) => {
		const status = error instanceof PhraseError ? error.httpCode : undefined;
		if (status === 404) return [];
		if (status !== 403) throw error;
		look.log.warn(`The jobs of project ${asText(project.uid)} are left out, because Phrase refuses them`);
		return undefined;
	});
}

async function reachedOnLevels(project: IDataObject, look: Look): Promise<Happened[]> {
	const happened: Happened[] = [];
	for (const level of await levelsOf(project, look)) {
		happened.push(...(await reachedOnLevel(project, level, look)));
	}
	return happened;
}

async function reachedOnLevel(project: IDataObject, workflowLevel: number, look: Look): Promise<Happened[]> {
	const { client, settings } = look;
	const projectUid = asText(project.uid) ?? '';
	// All jobs of a step tell of it, those of a status do not.
	const status = settings.allJobsReached ? undefined : countingStatuses(settings);
	const list = listJobs({ projectUid, workflowLevel, filters: { status } });
	const items: IDataObject[] = [];
	for await (const { entries } of pages(client, list, Infinity)) {
		for (const job of entries) {
			const item = itemOf(project, { ...job, workflowLevel }, look);
			if (await passesPlaceFilters(item, settings.filters, clientIn)) items.push(item);
		}
	}
	return [...byThemselves(items, look), ...together(items, look)];
}

/** Each job with each of the statuses that it has reached. */
function byThemselves(items: IDataObject[], { settings }: Look): Happened[] {
	const { jobReached, reachedStatuses, filters } = settings;
	if (!jobReached) return [];
	return items
		.filter((item) => passesOwnFilters(item, filters))
		.flatMap((item) =>
			reachedStatuses
				.filter((status) => hasReached(asRecord(item.job).status, status))
				.map((status) => ({
					key: `job ${asText(item.jobUid)} ${status}`,
					json: { ...item, status },
				})),
		);
}

/** Each group of jobs with each of the statuses that all of them have reached. */
function together(items: IDataObject[], { settings, now }: Look): Happened[] {
	const { allJobsReached, reachedStatuses } = settings;
	if (!allJobsReached) return [];
	const timestamp = new Date(now).toISOString();
	return groupsOf(items).flatMap((group) => {
		const jobs = asRecords(items.map(({ job }) => job)).filter(
			({ targetLang }) => targetLang === group.targetLang,
		);
		const statuses = jobs.map(({ status }) => status);
		return reachedStatuses
			.filter((status) => haveReached(statuses, status))
			.map((status) => ({
				key: `all ${groupKey(group)} ${status}`,
				json: allJobsItem({ group, status, jobs }, { eventUid: null, timestamp }),
			}));
	});
}

/** As the webhook's item, as far as a list tells. The time is the one of the look: lists know no other. */
function itemOf({ uid, name }: IDataObject, job: IDataObject, { now }: Look): IDataObject {
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

/** The statuses that count as one of those to be reached. */
function countingStatuses({ reachedStatuses }: Look['settings']) {
	return JOB_STATUSES.map(({ value }) => value).filter((current) =>
		reachedStatuses.some((status) => hasReached(current, status)),
	);
}

/** The numbers of a project's workflow steps, as far as they are wanted. Lists may leave the steps out. */
async function levelsOf(project: IDataObject, { client, settings }: Look): Promise<number[]> {
	const { workflowLevels: wanted } = settings.filters;
	const levels = Array.isArray(project.workflowSteps)
		? asRecords(project.workflowSteps).map(workflowLevelOf)
		: (await workflowSteps(client, asText(project.uid) ?? '')).map(({ level }) => level);
	return (levels.length > 0 ? levels : [1]).filter((level) => wanted.length === 0 || wanted.includes(level));
}
