import type { INodeProperties } from 'n8n-workflow';

import { JOB_STATUSES } from '../../core/phrase/events/jobStatus';
import { ALL_JOBS_REACHED_STATUS, WEBHOOK_EVENTS } from '../../core/phrase/events/webhookEvents';
import { locator } from '../../core/fields/locator';
import { project } from '../shared/tms/fields';

const eventOptions = [
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

/** A thing that events are about, by its ID; empty for all of them. */
function only(what: ReturnType<typeof locator>, name: string, description: string): INodeProperties {
	const { required: _, ...property } = what.property;
	return { ...property, name, description };
}

const client = locator({
	displayName: 'Client',
	description: 'The client in Phrase TMS',
	searchListMethod: 'searchClients',
	idPlaceholder: 'e.g. 8xT1vSgJZ2wQp0LcR4mYb6',
	optional: true,
});

/** Which of the events that Phrase sends start the workflow. */
const filters: INodeProperties[] = [
	only(
		client,
		'clientUid',
		'Take only what is about projects of this client. What is about no project is left out.',
	),
	{
		displayName: 'Job Status',
		name: 'statuses',
		type: 'multiOptions',
		options: [...JOB_STATUSES],
		default: [],
		description: 'Take only jobs in one of these statuses. Events about no job are not affected.',
	},
	{
		displayName: 'Name Contains',
		name: 'nameContains',
		type: 'string',
		default: '',
		placeholder: 'e.g. website',
		description:
			"Take only what has this text in its name, in upper or lower case: a job's file, otherwise the project, the project template or the analysis",
	},
	only(
		project(),
		'projectUid',
		'Take only what is about this project. What is about no project is left out.',
	),
	{
		displayName: 'Target Language Names or IDs',
		name: 'targetLangs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getTargetLangs', loadOptionsDependsOn: ['filters.projectUid.value'] },
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Takes only jobs in these languages. Events about no job are not affected.',
	},
	{
		displayName: 'Workflow Step Names or IDs',
		name: 'workflowLevels',
		type: 'multiOptions',
		typeOptions: {
			loadOptionsMethod: 'getWorkflowLevels',
			loadOptionsDependsOn: ['filters.projectUid.value'],
		},
		default: [],
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
		hint: 'Takes only jobs of these workflow steps. Events about no job are not affected.',
	},
];

const options: INodeProperties[] = [
	{
		displayName: 'Catch Up on Activation',
		name: 'catchUp',
		type: 'boolean',
		default: false,
		description:
			'Whether to let Phrase send again, when the workflow is activated, what it could not deliver since the last event',
	},
	{
		displayName: 'Fire Again After Jobs Were Added',
		name: 'fireAgain',
		type: 'boolean',
		default: false,
		description:
			"Whether 'All Jobs of a Workflow Step Reached a Status' happens again when jobs were added since and these have reached the status as well",
	},
	{
		displayName: 'Maximum Body Size (KB)',
		name: 'maxBodySize',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 4096,
		description: 'Longer events are rejected',
	},
	{
		displayName: 'Other Events',
		name: 'otherEvents',
		type: 'string',
		default: '',
		placeholder: 'e.g. TERM_BASE_CREATED, TERM_BASE_UPDATED',
		description:
			"Comma-separated events in addition to those selected in 'Events', for events that Phrase adds later",
	},
	{
		displayName: 'Test With',
		name: 'testWith',
		type: 'options',
		options: [
			{
				name: 'Real Events',
				value: 'realEvents',
				description: 'The next event that happens in Phrase',
			},
			{
				name: 'Samples From Phrase',
				value: 'samples',
				description: "Phrase's own examples of the chosen events, at once",
			},
		],
		default: 'samples',
		description: 'What starts the workflow while you listen for a test event',
	},
];

/** Parameters of Phrase TMS Trigger. */
export const parameters: INodeProperties[] = [
	{
		displayName: 'Authentication',
		name: 'authentication',
		type: 'options',
		options: [
			{ name: 'API Token or Password', value: 'phraseTmsApi' },
			{ name: 'OAuth2', value: 'phraseTmsOAuth2Api' },
		],
		default: 'phraseTmsApi',
		description: 'How to sign in to Phrase TMS, to register the webhook there',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: eventOptions,
		required: true,
		default: [],
		description: 'What has to happen in Phrase TMS to start the workflow',
	},
	{
		displayName: 'Reached Statuses',
		name: 'reachedStatuses',
		type: 'multiOptions',
		options: [...JOB_STATUSES],
		default: ['COMPLETED'],
		description:
			"Statuses that all jobs have to reach. From 'New' over 'Emailed', 'Accepted' and 'Completed' to 'Delivered', a job that is further on counts as well. Cancelled jobs do not hold back the others.",
		displayOptions: { show: { events: [ALL_JOBS_REACHED_STATUS] } },
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add filter',
		default: {},
		options: filters,
		description: 'Which events start the workflow. Each job of an event has to pass all of them.',
	},
	{
		displayName: 'Options',
		name: 'eventOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	},
];
