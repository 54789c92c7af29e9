import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { ASYNC_REQUEST_ACTIONS } from '../../core/phrase/asyncRequestActions';
import type { CallbackKind } from '../../core/callbacks/callbackEvent';
import type { OutcomeFilter } from './passesFilters';

const ABBREVIATIONS = /\b(?:Lqa|Mt|Mxlf|Qa|Qp|Tb3|Tbx|Tm|Tms|Tmx|V3)\b/g;

/** `EXPORT_COMPLETE_FILE` reads as `Export Complete File`. */
function titleOf(action: string): string {
	return action
		.toLowerCase()
		.replace(/(?:^|_)([a-z])/g, (_, letter: string) => ` ${letter.toUpperCase()}`)
		.trim()
		.replace(ABBREVIATIONS, (word) => word.toUpperCase());
}

const actionOptions: INodePropertyOptions[] = ASYNC_REQUEST_ACTIONS.map((value) => ({
	name: titleOf(value),
	value,
})).sort((one, other) => one.name.localeCompare(other.name));

/** Parameters of Phrase Callback Trigger. */
export const parameters: INodeProperties[] = [
	{
		displayName: 'Signed By',
		name: 'signedBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'Nobody (Accept Unsigned Callbacks)',
				value: 'none',
			},
			{
				name: 'Phrase Language AI API',
				value: 'phraseLanguageAiApi',
			},
			{
				name: 'Phrase TMS API',
				value: 'phraseTmsApi',
			},
			{
				name: 'Phrase TMS OAuth2 API',
				value: 'phraseTmsOAuth2Api',
			},
		],
		default: 'none',
		description:
			"Credential whose 'Callback Signing Secret' signs the callback URLs. Callbacks that do not carry its signature, or carry an expired one, are rejected.",
	},
	{
		displayName: 'Kinds',
		name: 'kinds',
		type: 'multiOptions',
		options: [
			{
				name: 'Connector Task',
				value: 'connectorTask',
				description: 'A connector has downloaded or uploaded a file',
			},
			{
				name: 'Language AI File Translation',
				value: 'fileTranslation',
				description: 'Language AI has worked on a file',
			},
			{
				name: 'TMS Async Request',
				value: 'asyncRequest',
				description: 'An import, export, analysis, pre-translation or the like has ended',
			},
			{
				name: 'Unknown',
				value: 'unknown',
				description: 'A JSON object of any other shape',
			},
		] satisfies Array<{ name: string; value: CallbackKind; description: string }>,
		default: [],
		description: 'Kinds of callback that start the workflow. Leave empty for all of them.',
	},
	{
		displayName: 'Actions',
		name: 'actions',
		type: 'multiOptions',
		options: actionOptions,
		default: [],
		description:
			'Actions of TMS async requests that start the workflow. Leave empty for all of them. Other kinds of callback are not affected.',
	},
	{
		displayName: 'Options',
		name: 'callbackOptions',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: [
			{
				displayName: 'Maximum Body Size (KB)',
				name: 'maxBodySize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 1024,
				description: 'Longer callbacks are rejected',
			},
			{
				displayName: 'Other Actions',
				name: 'otherActions',
				type: 'string',
				default: '',
				placeholder: 'e.g. IMPORT_JOB, EXPORT_COMPLETE_FILE',
				description:
					"Comma-separated actions in addition to those selected in 'Actions', for actions that Phrase adds later",
			},
			{
				displayName: 'Outcome',
				name: 'outcome',
				type: 'options',
				options: [
					{
						name: 'Any',
						value: 'any',
					},
					{
						name: 'Failed',
						value: 'failed',
					},
					{
						name: 'Succeeded',
						value: 'succeeded',
					},
				] satisfies Array<{ name: string; value: OutcomeFilter }>,
				default: 'any',
				description:
					'Outcome that starts the workflow. A callback that does not tell its outcome always starts it.',
			},
		],
	},
];
