import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { callbackParameters } from './callback/parameters';
import { receiveCallback } from './callback/receiveCallback';
import { signingSecret } from './callback/signingSecret';
import { unreadBody } from './unreadBody';

/** Starts a workflow when Phrase calls. */
export class PhraseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase Trigger',
		name: 'phraseTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: '={{ { callback: "Callback" }[$parameter["triggerOn"]] }}',
		description: 'Start a workflow when Phrase reports that work has ended',
		eventTriggerDescription: 'Waiting for Phrase to call the test URL',
		activationMessage: 'You can now give the production URL to Phrase as a callback URL.',
		triggerPanel: {
			header: 'Let Phrase call back',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click the 'listen' button, then start work in Phrase with the test URL as its callback URL. Phrase calls when the work has ended, and the workflow starts here.<br /><br /><b>Once you're happy with your workflow</b>, activate it, and give the production URL to Phrase instead. These executions show up in the executions list, but not in the editor.",
				active:
					"<b>While building your workflow</b>, click the 'listen' button, then start work in Phrase with the test URL as its callback URL. Phrase calls when the work has ended, and the workflow starts here.<br /><br /><b>Your workflow also starts by itself</b>, because it is active: on every call to the production URL. These executions show up in the executions list, but not in the editor.",
			},
			activationHint: 'Activate this workflow to have it also start on calls to the production URL',
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
				],
				default: 'callback',
			},
			unreadBody,
			...callbackParameters,
		],
	};

	/** A callback URL goes to Phrase with each piece of work, so there is nothing to register there. */
	webhookMethods = {
		default: {
			/** Always false, so that n8n goes on to `create`, which looks at the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			/** @throws NodeOperationError when callbacks must be signed by a credential that cannot sign */
			async create(this: IHookFunctions): Promise<boolean> {
				await signingSecret(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveCallback(this);
	}
}
