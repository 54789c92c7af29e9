import type { IDataObject } from 'n8n-workflow';

import { isJsonObject } from '../../../../core/phrase/lenient';
import { readOrReject } from '../../../../core/callbacks/readOrReject';
import { SharedLooks } from '../../../../core/concurrency/sharedLooks';
import type { PhraseClient } from '../../../../core/http/client.types';
import { asText } from '../../../../core/http/read';
import { pages } from '../../../../core/http/pages';
import { listJobs } from '../../../shared/tms/jobList';
import { workflowLevelOf } from '../passesFilters';

/** The jobs that have to reach a status together: those of one project, workflow step and target language. */
export interface JobGroup {
	projectUid: string;
	/** As the event has it. */
	project: IDataObject;
	workflowLevel: number;
	targetLang: string;
}

const looks = new SharedLooks<IDataObject[]>();

/** The groups that the items of an event are about, each once. An item that does not name its group has none. */
export function groupsOf(items: IDataObject[]): JobGroup[] {
	const groups = items.flatMap((item) => groupOf(item) ?? []);
	return [...new Map(groups.map((group) => [groupKey(group), group])).values()];
}

function groupOf({ job, project, projectUid }: IDataObject): JobGroup | undefined {
	if (!isJsonObject(job) || !isJsonObject(project)) return undefined;
	const targetLang = asText(job.targetLang);
	if (typeof projectUid !== 'string' || targetLang === undefined) return undefined;
	return { projectUid, project, workflowLevel: workflowLevelOf(job), targetLang };
}

/** Names a group among all of an account. */
export function groupKey({ projectUid, workflowLevel, targetLang }: JobGroup): string {
	return `${projectUid} ${workflowLevel} ${targetLang}`;
}

/**
 * Reads the jobs of a group, all pages. Events that come together share the reading, but never one that began before
 * the event was there.
 * Source: listPartsV2, GET /api2/v2/projects/{projectUid}/jobs.
 *
 * @param nodeKey whose credential reads them
 * @throws CallbackRejected with 503, for Phrase to deliver the event again, when they cannot be read
 */
export async function readJobs(
	group: JobGroup,
	nodeKey: string,
	phrase: PhraseClient,
): Promise<IDataObject[]> {
	const { projectUid, workflowLevel, targetLang } = group;
	const request = listJobs({ projectUid, workflowLevel, filters: { targetLang } });
	// A project that was deleted has no jobs that could have reached anything.
	return await readOrReject('The jobs', [], async () => {
		return await looks.look(`${nodeKey} ${groupKey(group)}`, async () => {
			const jobs: IDataObject[] = [];
			for await (const { entries } of pages(phrase, request, Infinity)) jobs.push(...entries);
			return jobs;
		});
	});
}
