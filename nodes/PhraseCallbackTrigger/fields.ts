import type { INodePropertyOptions } from 'n8n-workflow';

import type { CallbackKind } from '../../core/callbacks/callbackEvent';
import { choice, choices, type Options } from '../../core/fields/choice';
import { collection } from '../../core/fields/collection';
import { field } from '../../core/fields/field';
import { listOfTexts, textList } from '../../core/fields/list';
import { wholeNumber } from '../../core/fields/number';
import { ASYNC_REQUEST_ACTIONS } from '../../core/phrase/asyncRequestActions';

const ABBREVIATIONS = /\b(?:Lqa|Mt|Mxlf|Qa|Qp|Tb3|Tbx|Tm|Tms|Tmx|V3)\b/g;

/** `EXPORT_COMPLETE_FILE` reads as `Export Complete File`. */
function titleOf(action: string): string {
	return action
		.toLowerCase()
		.replace(/(?:^|_)([a-z])/g, (_, letter: string) => ` ${letter.toUpperCase()}`)
		.trim()
		.replace(ABBREVIATIONS, (word) => word.toUpperCase());
}

const ACTIONS: INodePropertyOptions[] = ASYNC_REQUEST_ACTIONS.map((value) => ({
	name: titleOf(value),
	value,
})).sort((one, other) => one.name.localeCompare(other.name));

const KINDS: Options<CallbackKind> = [
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
	{ name: 'Unknown', value: 'unknown', description: 'A JSON object of any other shape' },
];

/** An empty list of choices says 'Select', which looks as if something was missing. */
const LEAVE_EMPTY = 'Leave empty for all of them';

/** All that the user is asked. */
export const fields = {
	signedBy: choice(
		{
			displayName: 'Signed By',
			description:
				"Credential whose 'Callback Signing Secret' signs the callback URLs. The node rejects callbacks without its signature, or with an expired one.",
		},
		[
			{
				name: 'Nobody (Accept Unsigned Callbacks)',
				value: 'none',
				description: 'Whoever knows the URL can start the workflow',
			},
			{ name: 'Phrase Language AI API', value: 'phraseLanguageAiApi' },
			{ name: 'Phrase TMS API', value: 'phraseTmsApi' },
			{ name: 'Phrase TMS OAuth2 API', value: 'phraseTmsOAuth2Api' },
		],
		'phraseTmsApi',
	),
	kinds: choices(
		{
			displayName: 'Kinds of Callback',
			hint: LEAVE_EMPTY,
			description: 'Which callbacks start the workflow',
		},
		KINDS,
	),
	actions: field(
		choices(
			{
				displayName: 'Actions of Async Requests',
				hint: LEAVE_EMPTY,
				description:
					'Which TMS async requests start the workflow. This does not affect other kinds of callback.',
			},
			ACTIONS as Options<string>,
		).property,
		() => listOfTexts(),
	),
	callbackOptions: collection('Options', 'Add option', {
		maxBodySize: wholeNumber(
			{ displayName: 'Maximum Body Size (KB)', description: 'The node rejects longer callbacks' },
			{ min: 1, initially: 1024 },
		),
		otherActions: textList({
			displayName: 'Other Actions',
			placeholder: 'e.g. IMPORT_JOB, EXPORT_COMPLETE_FILE',
			description:
				"Comma-separated actions in addition to those selected in 'Actions of Async Requests', for actions that Phrase adds later",
		}),
		outcome: choice(
			{
				displayName: 'Outcome',
				description:
					'Outcome that starts the workflow. A callback that does not tell its outcome always starts it.',
			},
			[
				{ name: 'Any', value: 'any' },
				{ name: 'Failed', value: 'failed' },
				{ name: 'Succeeded', value: 'succeeded' },
			],
			'any',
		),
	}),
};
