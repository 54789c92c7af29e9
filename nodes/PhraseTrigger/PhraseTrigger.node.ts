import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type IHookFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type ITriggerFunctions,
	type ITriggerResponse,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { getTargetLangs } from '../shared/tms/lookups/getTargetLangs';
import { getWorkflowLevels } from '../shared/tms/lookups/getWorkflowLevels';
import { searchClients } from '../shared/tms/lookups/searchClients';
import { searchProjects } from '../shared/tms/lookups/searchProjects';
import { callbackParameters } from './callback/parameters';
import { receiveCallback } from './callback/receiveCallback';
import { signingSecret } from './callback/signingSecret';
import { unreadBody } from './unreadBody';
import { webhookEventParameters } from './webhookEvent/parameters';
import { receiveEvent } from './webhookEvent/receiveEvent';
import { register, registrationExists, unregister } from './webhookEvent/registration';

/** Starts a workflow when Phrase calls. */
export class PhraseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase Trigger',
		name: 'phraseTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["triggerOn"] === "webhookEvent" ? ($parameter["events"].length === 1 ? $parameter["events"][0] : $parameter["events"].length + " events") : "Callback" }}',
		description:
			'Start a workflow when something happens in Phrase, or when Phrase reports that work has ended',
		eventTriggerDescription: 'Waiting for Phrase to call the test URL',
		activationMessage:
			"Your workflow now starts when Phrase calls: on the events of Phrase TMS that you have chosen, or, with 'Callback', for work that was started with the production URL as its callback URL.",
		triggerPanel: {
			header: 'Let Phrase call',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click the 'listen' button. On events in Phrase TMS, the workflow starts here with samples from Phrase, or with the next event if you choose so in the options. On callbacks, start work in Phrase with the test URL as its callback URL.<br /><br /><b>Once you're happy with your workflow</b>, activate it. Events in Phrase TMS start it by themselves then; for callbacks, give the production URL to Phrase. These executions show up in the executions list, but not in the editor.",
				active:
					"<b>While building your workflow</b>, click the 'listen' button. On events in Phrase TMS, the workflow starts here with samples from Phrase, or with the next event if you choose so in the options. On callbacks, start work in Phrase with the test URL as its callback URL.<br /><br /><b>Your workflow also starts by itself</b>, because it is active: on the chosen events in Phrase TMS, or on calls to the production URL. These executions show up in the executions list, but not in the editor.",
			},
			activationHint: 'Activate this workflow to have it start by itself, too',
		},
		defaults: { name: 'Phrase Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'phraseTmsApi',
				required: true,
				displayOptions: { show: { authentication: ['phraseTmsApi'] } },
			},
			{
				name: 'phraseTmsOAuth2Api',
				required: true,
				displayOptions: { show: { authentication: ['phraseTmsOAuth2Api'] } },
			},
			{
				name: 'phraseLanguageAiApi',
				required: true,
				displayOptions: { show: { authentication: ['phraseLanguageAiApi'] } },
			},
		],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				responseMode: 'onReceived',
				responseData: 'noData',
				path: 'webhook',
			},
		],
		properties: [
			{
				displayName: 'Trigger On',
				name: 'triggerOn',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Callback',
						value: 'callback',
						description: 'Work that was started with the URL of this node as its callback URL has ended',
					},
					{
						name: 'Event in Phrase TMS',
						value: 'webhookEvent',
						description: 'Something has happened in Phrase TMS, such as a change of a job',
					},
				],
				default: 'callback',
			},
			unreadBody,
			...callbackParameters,
			...webhookEventParameters,
		],
	};

	methods = {
		listSearch: { searchClients, searchProjects },
		loadOptions: { getTargetLangs, getWorkflowLevels },
	};

	/**
	 * On events, the node registers a webhook in Phrase TMS. A callback URL goes to Phrase with each piece of work, so
	 * there is nothing to register there.
	 */
	webhookMethods = {
		default: {
			/** On callbacks always false, so that n8n goes on to `create`, which looks at the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return isOnEvents(this) && (await registrationExists(this));
			},
			/** @throws NodeOperationError when callbacks must be signed by a credential that cannot sign */
			async create(this: IHookFunctions): Promise<boolean> {
				if (isOnEvents(this)) return await register(this);
				await signingSecret(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return !isOnEvents(this) || (await unregister(this));
			},
		},
	};

	/**
	 * Does nothing. n8n 2.x looks at its active workflows when it starts, and takes those for registered whose webhooks
	 * are in its database, unless a node has something in memory, which this makes it believe. So the registration is
	 * checked on each start, as n8n 1.x does: to repair it, and to catch up on what was missed.
	 */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return {};
	}

	/** Hands on what `webhook` gave. Without this, n8n would wait in a test for `trigger` to give it. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return isOnEvents(this) ? await receiveEvent(this) : await receiveCallback(this);
	}
}

function isOnEvents(context: IHookFunctions | IWebhookFunctions): boolean {
	return context.getNodeParameter('triggerOn') === 'webhookEvent';
}
