import { choices } from '../../../../core/fields/choice';
import type { Field, OptionalValues } from '../../../../core/fields/field';
import { wholeNumber } from '../../../../core/fields/number';
import { optionalText } from '../../../../core/fields/text';
import { JOB_STATUSES } from '../../../../core/phrase/events/jobStatus';
import { client } from '../fields/client';
import { project } from '../fields/project';
import { targetLangsFilter } from '../fields/targetLangs';
import { workflowLevelsFilter } from '../fields/workflowLevels';
import type { EventFilters } from './eventFilters';

/** A thing that the filters can ask for, by its ID; an empty text for all of them. */
function only({ property, ...what }: Field<string>, description: string): Field<string> {
	return { ...what, property: { ...property, description } };
}

/** Which events start the workflow. */
export const eventFilters = {
	clientUid: only(
		client({ optional: true }),
		'Take only what is about projects of this client. This leaves out what is about no project.',
	),
	statuses: choices(
		{
			displayName: 'Job Status',
			description: 'Take only jobs in one of these statuses. This does not affect events about no job.',
		},
		JOB_STATUSES,
	),
	nameContains: optionalText({
		displayName: 'Name Contains',
		placeholder: 'e.g. website',
		description:
			"Take only what has this text in its name, in upper or lower case: a job's file, otherwise the project, the project template or the analysis",
	}),
	projectUid: only(
		project({ optional: true }),
		'Take only what is about this project. This leaves out what is about no project.',
	),
	targetLangs: targetLangsFilter(
		'Takes only jobs in these languages. This does not affect events about no job.',
	),
	workflowLevels: workflowLevelsFilter(
		'Takes only jobs of these workflow steps. This does not affect events about no job.',
	),
};

/** The filters as they are asked for; what the user did not add takes all. */
export function toEventFilters(filters: OptionalValues<typeof eventFilters>): EventFilters {
	return {
		projectUid: filters.projectUid || undefined,
		clientUid: filters.clientUid || undefined,
		targetLangs: filters.targetLangs ?? [],
		workflowLevels: filters.workflowLevels ?? [],
		statuses: filters.statuses ?? [],
		nameContains: filters.nameContains?.toLowerCase(),
	};
}

/** How many days back projects are looked at, where no webhook tells. */
export const projectAge = () =>
	wholeNumber(
		{
			displayName: 'Projects of the Last (Days)',
			description:
				'How old the projects are at most whose jobs the node looks at, with a request for each project and workflow step. The filter Project takes one of any age.',
		},
		{ min: 1, max: 3650, initially: 30 },
	);

/**
 * The statuses that jobs have to reach.
 * @param description how they have to, a sentence
 */
export const reachedStatuses = (description: string) =>
	choices(
		{
			displayName: 'Reached Statuses',
			description: `${description} From 'New' over 'Emailed', 'Accepted' and 'Completed' to 'Delivered', a job that is further on counts as well. Cancelled jobs do not hold back the others.`,
		},
		JOB_STATUSES,
		{ initially: ['COMPLETED'], min: 1 },
	);
