import { toggle, type Options } from '../../core/fields/choice';
import { collection } from '../../core/fields/collection';
import { shownWhen } from '../../core/fields/field';
import { ALL_JOBS_REACHED_STATUS } from '../../core/phrase/events/webhookEvents';
import { eventFilters, projectAge, reachedStatuses } from '../shared/tms/events/filterFields';
import { authentication } from '../shared/tms/fields/authentication';
import { events } from '../shared/tms/fields/events';
import { JOB_REACHED_STATUS } from '../shared/tms/events/watchedJobs';
import { PROJECT_CREATED } from './polledEvents';

/** n8n's node list shows them by their `action`. */
const EVENTS: Options<string> = [
	{
		name: 'All Jobs of a Workflow Step Reached a Status',
		value: ALL_JOBS_REACHED_STATUS,
		action: 'On all jobs of a workflow step reached a status',
		description: 'The last job of a project, workflow step and target language has reached a status',
	},
	{
		name: 'Job Reached a Status',
		value: JOB_REACHED_STATUS,
		action: 'On job reached a status',
		description: 'A job has reached one of the statuses, or was created in it',
	},
	{
		name: 'Project Created',
		value: PROJECT_CREATED,
		action: 'On project created',
		description: 'A project was created',
	},
];

/** The statuses of jobs are asked for as the event itself. */
const { statuses: _statuses, ...filters } = eventFilters;

const options = {
	projectAge: projectAge(),
	startWithExisting: toggle({
		displayName: 'Start With What Is There',
		description:
			'Whether to start the workflow, when you publish it, for what has happened before: jobs that have reached the status, and projects of these days',
	}),
};

/** All that the user is asked, beside n8n's own Poll Times. */
export const fields = {
	authentication: authentication('How to sign in to Phrase TMS'),
	events: events('What has to happen in Phrase TMS to start the workflow', EVENTS),
	reachedStatuses: shownWhen(
		{ events: [JOB_REACHED_STATUS, ALL_JOBS_REACHED_STATUS] },
		reachedStatuses('Statuses that a job, or all jobs of a step, have to reach.'),
	),
	filters: collection('Filters', 'Add filter', filters),
	pollOptions: collection('Options', 'Add option', options),
};
