import type { IDataObject, IWebhookFunctions } from 'n8n-workflow';

import type { JobStatus } from '../../../../core/phrase/events/jobStatus';
import type { WebhookEvent } from '../../../../core/phrase/events/readEvent';
import { ALL_JOBS_REACHED_STATUS } from '../../../../core/phrase/events/webhookEvents';
import { simplify } from '../../../../core/fields/simplify';
import type { PhraseClient } from '../../../../core/http/client.types';
import { asText } from '../../../../core/http/read';
import { SIMPLE_JOB } from '../../../shared/tms/simpleJob';
import { nodeKey } from '../../../shared/trigger/memory';
import { firesAgain, reachedStatuses } from '../../settings';
import { fireOnce, hasFired } from './fireOnce';
import { haveReached } from './haveReached';
import { groupKey, groupsOf, readJobs, type JobGroup } from './jobGroup';

/** A group of jobs that has reached a status. */
interface Reached {
	/** Names what the workflow is started for, once. */
	key: string;
	group: JobGroup;
	status: JobStatus;
	jobs: IDataObject[];
}

/**
 * The items of the event about all jobs: one for each group of jobs that has reached a status since it was looked at
 * last. Looks at the jobs as they are now, so it does not matter in which order the changes of their statuses arrive.
 *
 * What is given here counts as fired for, unless n8n does not start the workflow with it.
 *
 * @param event the change of statuses
 * @param changed JSON of its items
 * @throws CallbackRejected with 503 when the jobs cannot be read; then nothing counts as fired for
 */
export async function allJobsItems(
	context: IWebhookFunctions,
	event: WebhookEvent,
	changed: IDataObject[],
	phrase: () => PhraseClient,
): Promise<IDataObject[]> {
	const groups = groupsOf(changed);
	const reached = await Promise.all(groups.map(async (group) => await reachedBy(group, context, phrase)));
	// Nothing may be awaited from here on: what has been taken must be given to n8n.
	return fireOnce(context, reached.flat()).map((one) => allJobsItem(one, event, changed[0]?.timestamp));
}

/** The statuses that a group has reached, as far as they may be new. */
async function reachedBy(
	group: JobGroup,
	context: IWebhookFunctions,
	phrase: () => PhraseClient,
): Promise<Reached[]> {
	const again = firesAgain(context);
	const keyOf = (status: JobStatus) => `${groupKey(group)} ${status}`;
	const statuses = reachedStatuses(context).filter((status) => again || !hasFired(context, keyOf(status)));
	if (statuses.length === 0) return [];
	const jobs = await readJobs(group, nodeKey(context), phrase());
	const current = jobs.map(({ status }) => status);
	return statuses
		.filter((status) => haveReached(current, status))
		.map((status) => ({
			key: again ? `${keyOf(status)} ${uidsOf(jobs)}` : keyOf(status),
			group,
			status,
			jobs,
		}));
}

function uidsOf(jobs: IDataObject[]): string {
	return jobs
		.map(({ uid }) => asText(uid))
		.sort()
		.join(' ');
}

/**
 * JSON of the item that tells that a group of jobs has reached a status.
 *
 * @param event the change of statuses that it follows from
 * @param timestamp of that change, ISO 8601
 */
export function allJobsItem(
	{ group, status, jobs }: Omit<Reached, 'key'>,
	{ eventUid }: WebhookEvent,
	timestamp: IDataObject['timestamp'],
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
		jobs: jobs.map((job) => simplify.apply(job, {}, SIMPLE_JOB)),
	};
}
