import { choice, toggle, type Options } from '../../core/fields/choice';
import { collection } from '../../core/fields/collection';
import { shownWhen } from '../../core/fields/field';
import { wholeNumber } from '../../core/fields/number';
import { ALL_JOBS_REACHED_STATUS, WEBHOOK_EVENTS } from '../../core/phrase/events/webhookEvents';
import { eventFilters, projectAge, reachedStatuses } from '../shared/tms/events/filterFields';
import { authentication } from '../shared/tms/fields/authentication';
import { events, otherEvents } from '../shared/tms/fields/events';

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
	projectAge: projectAge(),
	startLimit: wholeNumber(
		{
			displayName: 'Limit at Start',
			description:
				"Most items that 'Start With What Is There' may start the workflow with. With more, publishing fails and says how many there are.",
		},
		{ min: 1, max: 20_000, initially: 1000 },
	),
	startWithExisting: toggle({
		displayName: 'Start With What Is There',
		description:
			"Whether to start the workflow, when you publish it, for jobs that are in a status of the filter Job Status already ('Job Status Changed'), and for steps whose jobs have reached the status already. Each starts it once, also when n8n starts again.",
	}),
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
	authentication: authentication('How to sign in to Phrase TMS, to register the webhook there'),
	events: events('What has to happen in Phrase TMS to start the workflow', EVENTS),
	reachedStatuses: shownWhen(
		{ events: [ALL_JOBS_REACHED_STATUS] },
		reachedStatuses('Statuses that all jobs have to reach.'),
	),
	filters: collection('Filters', 'Add filter', eventFilters),
	eventOptions: collection('Options', 'Add option', options),
};
