import { choice, choices, toggle, type Options } from '../../core/fields/choice';
import { collection } from '../../core/fields/collection';
import { shownWhen, type Field } from '../../core/fields/field';
import { wholeNumber } from '../../core/fields/number';
import { optionalText } from '../../core/fields/text';
import { JOB_STATUSES } from '../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS, WEBHOOK_EVENTS } from '../../core/phrase/events/webhookEvents';
import { client } from '../shared/tms/fields/client';
import { project } from '../shared/tms/fields/project';
import { events, otherEvents } from '../shared/tms/fields/events';
import { targetLangsFilter } from '../shared/tms/fields/targetLangs';
import { workflowLevelsFilter } from '../shared/tms/fields/workflowLevels';

const EVENTS: Options<string> = [
	...WEBHOOK_EVENTS,
	{
		name: 'All Jobs of a Workflow Step Reached a Status',
		value: ALL_JOBS_REACHED_STATUS,
		description: 'The last job of a project, workflow step and target language has reached a status',
	},
]
	.map((event) => ({ ...event, action: actionOf(event.name) }))
	.sort((one, other) => one.name.localeCompare(other.name));

/** What n8n's node list calls the event: `Job Status Changed` is `On job status changed`. */
function actionOf(name: string): string {
	return `On ${name.replace(/[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;
}

/** A thing that the filters can ask for, by its ID; an empty text for all of them. */
function only({ property, ...what }: Field<string>, description: string): Field<string> {
	return { ...what, property: { ...property, description } };
}

/** Which of the events that Phrase sends start the workflow. */
const filters = {
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

const options = {
	catchUp: toggle({
		displayName: 'Catch Up on Activation',
		description:
			'Whether to let Phrase send again what it could not deliver since the last event, when you publish the workflow',
	}),
	fireAgain: toggle({
		displayName: 'Fire Again After Jobs Were Added',
		description:
			"Whether 'All Jobs of a Workflow Step Reached a Status' happens again when somebody added jobs since and these have reached the status as well",
	}),
	maxBodySize: wholeNumber(
		{ displayName: 'Maximum Body Size (KB)', description: 'The node rejects longer events' },
		{ min: 1, initially: 4096 },
	),
	otherEvents: otherEvents(),
	testWith: choice(
		{
			displayName: 'Test With',
			description: 'What starts the workflow while you listen for a test event',
		},
		[
			{ name: 'Real Events', value: 'realEvents', description: 'The next event that happens in Phrase' },
			{
				name: 'Samples From Phrase',
				value: 'samples',
				description: "Phrase's own examples of the chosen events, at once",
			},
		],
		'samples',
	),
};

/** All that the user is asked. */
export const fields = {
	authentication: choice(
		{
			displayName: 'Authentication',
			description: 'How to sign in to Phrase TMS, to register the webhook there',
		},
		[
			{ name: 'API Token or Password', value: 'phraseTmsApi' },
			{ name: 'OAuth2', value: 'phraseTmsOAuth2Api' },
		],
		'phraseTmsApi',
	),
	events: events('What has to happen in Phrase TMS to start the workflow', EVENTS),
	reachedStatuses: shownWhen(
		{ events: [ALL_JOBS_REACHED_STATUS] },
		choices(
			{
				displayName: 'Reached Statuses',
				description:
					"Statuses that all jobs have to reach. From 'New' over 'Emailed', 'Accepted' and 'Completed' to 'Delivered', a job that is further on counts as well. Cancelled jobs do not hold back the others.",
			},
			JOB_STATUSES,
			{ initially: ['COMPLETED'], min: 1 },
		),
	),
	filters: collection('Filters', 'Add filter', filters),
	eventOptions: collection('Options', 'Add option', options),
};
