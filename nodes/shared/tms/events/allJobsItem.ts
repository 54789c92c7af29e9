import type { IDataObject } from 'n8n-workflow';

import { simplified } from '../../../../core/fields/simplify';
import type { JobStatus } from '../../../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS } from '../../../../core/phrase/events/webhookEvents';
import { SIMPLE_JOB } from '../simpleJob';
import type { JobGroup } from './jobGroup';

/** A group of jobs that has reached a status. */
export interface Reached {
	group: JobGroup;
	status: JobStatus;
	jobs: IDataObject[];
}

/**
 * JSON of the item that tells that a group of jobs has reached a status.
 *
 * @param event the change that it follows from: the UID of its webhook call, null where there is none, and when it
 * happened, ISO 8601
 */
export function allJobsItem(
	{ group, status, jobs }: Reached,
	{ eventUid, timestamp }: { eventUid: string | null; timestamp: IDataObject['timestamp'] },
): IDataObject {
	const { projectUid, project, workflowLevel, targetLang } = group;
	const workflowStep = jobs[0]?.workflowStep;
	return {
		event: ALL_JOBS_REACHED_STATUS,
		known: true,
		eventUid,
		timestamp,
		projectUid,
		project,
		workflowLevel,
		...(workflowStep !== undefined && { workflowStep }),
		targetLang,
		status,
		jobs: jobs.map((job) => simplified(job, {}, SIMPLE_JOB)),
	};
}
