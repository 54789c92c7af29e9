import type { IDataObject } from 'n8n-workflow';

import { inParallel } from '../../../../core/concurrency/inParallel';
import { SharedLooks } from '../../../../core/concurrency/sharedLooks';
import type { PhraseClient } from '../../../../core/http/client.types';
import { pages } from '../../../../core/http/pages';
import { asRecord, asRecords } from '../../../../core/http/read';
import type { JobStatus } from '../../../../core/phrase/events/jobStatus';
import { listJobs } from '../../../shared/tms/jobList';
import { toldOrLeftOut, type LeftOut } from '../../../../core/callbacks/leftOut';
import type { Surroundings } from '../surroundings';
import { holdingBack, isHoldingBack } from '../../../shared/tms/events/haveReached';
import { groupKey, type JobGroup } from '../../../shared/tms/events/jobGroup';

/** Jobs on one page of the list, the most that Phrase gives. */
const PAGE_SIZE = 50;

/** Pages that are read at the same time. */
const PAGES_AT_ONCE = 10;

const looks = new SharedLooks<boolean>();
const readings = new SharedLooks<IDataObject[]>();

/**
 * Whether a job of a group holds back the others: one request, however many jobs there are. Events that come together
 * share it, but never one that began before the event was there.
 *
 * @returns LEFT_OUT as `readJobs`; false says nothing for sure, should Phrase ignore the filter or have other statuses
 * @throws CallbackRejected as `readJobs`
 */
export async function isHeldBack(
	group: JobGroup,
	status: JobStatus,
	{ node, client, log }: Surroundings,
): Promise<boolean | LeftOut> {
	const request = listOf(group, holdingBack(status)).query({ pageNumber: 0, pageSize: 1 });
	return await toldOrLeftOut(subjectOf(group), false, log, async () => {
		return await looks.look(`${node} ${groupKey(group)} ${status}`, async () => {
			const { content } = asRecord((await client().send(request)).body);
			return asRecords(content).some((job) => isHoldingBack(job.status, status));
		});
	});
}

/**
 * Reads the jobs of a group, all pages. Events that come together share the reading, but never one that began before
 * the event was there.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 *
 * @returns LEFT_OUT when Phrase refuses them for good, which is logged
 * @throws CallbackRejected with 503, for Phrase to deliver the event again, when they cannot be read for the moment
 */
export async function readJobs(
	group: JobGroup,
	{ node, client, log }: Surroundings,
): Promise<IDataObject[] | LeftOut> {
	// A project that was deleted has no jobs that could have reached anything.
	return await toldOrLeftOut(subjectOf(group), [], log, async () => {
		return await readings.look(`${node} ${groupKey(group)}`, async () => await allJobs(client(), group));
	});
}

/** The pages come at the same time; when they do not fit together, because jobs came or went, one after the other. */
async function allJobs(client: PhraseClient, group: JobGroup): Promise<IDataObject[]> {
	const page = async (pageNumber: number) =>
		asRecord((await client.send(listOf(group).query({ pageNumber, pageSize: PAGE_SIZE }))).body);
	const first = await page(0);
	const { totalPages = 1, totalElements } = first;
	const numbers = Array.from({ length: Math.max(0, Number(totalPages) - 1) }, (_, index) => index + 1);
	const others = await inParallel(numbers, PAGES_AT_ONCE, page);
	const jobs = distinct([first, ...others].flatMap(({ content }) => asRecords(content)));
	if (jobs.length === totalElements) return jobs;
	const inTurn: IDataObject[] = [];
	for await (const { entries } of pages(client, listOf(group), Infinity)) inTurn.push(...entries);
	return distinct(inTurn);
}

function listOf({ projectUid, workflowLevel, targetLang }: JobGroup, status?: JobStatus[]) {
	return listJobs({ projectUid, workflowLevel, filters: { targetLang, status } });
}

function distinct(jobs: IDataObject[]): IDataObject[] {
	return [...new Map(jobs.map((job) => [job.uid, job])).values()];
}

function subjectOf({ projectUid }: JobGroup) {
	return { what: 'The jobs', which: `of project ${projectUid}` };
}
