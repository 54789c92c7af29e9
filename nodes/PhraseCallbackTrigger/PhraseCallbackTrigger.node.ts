import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { describeFields } from '../../core/fields/describeFields';
import { unreadBody } from '../shared/trigger/unreadBody';
import { fields } from './fields';
import { assertReceivable, receiveCallback } from './receiveCallback';

/** Starts a workflow when Phrase calls back about work that has ended. */
export class PhraseCallbackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase Callback Trigger',
		name: 'phraseCallbackTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle:
			'={{ $parameter["kinds"].length === 1 ? $parameter["kinds"][0] : $parameter["kinds"].length > 1 ? $parameter["kinds"].length + " kinds" : "all kinds" }}',
		description:
			'Start a workflow when work in Phrase TMS or Phrase Language AI has ended that was started with the URL of this node',
		eventTriggerDescription: 'Waiting for Phrase to call the test URL',
		activationMessage:
			"Your workflow now starts when work ends that was started with this node's production URL as its callback URL.",
		triggerPanel: {
			header: 'Let Phrase call back',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click the 'execute step' button, then start work in Phrase with the test URL as its callback URL. When the work has ended, Phrase starts the workflow here.<br /><br /><b>Once you're happy with your workflow</b>, publish it, and give the production URL to the nodes that start the work. These executions show up in the <a data-key=\"executions\">executions list</a>, but not in the editor.",
				active:
					'<b>While building your workflow</b>, click the \'execute step\' button, then start work in Phrase with the test URL as its callback URL. When the work has ended, Phrase starts the workflow here.<br /><br /><b>Your workflow also starts by itself</b>, because it is published: when work ends that was started with the production URL. These executions show up in the <a data-key="executions">executions list</a>, but not in the editor.',
			},
			activationHint: 'Publish this workflow to have it start by itself, too',
		},
		defaults: { name: 'Phrase Callback Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{ name: 'phraseTmsApi', required: true, displayOptions: { show: { signedBy: ['phraseTmsApi'] } } },
			{
				name: 'phraseTmsOAuth2Api',
				required: true,
				displayOptions: { show: { signedBy: ['phraseTmsOAuth2Api'] } },
			},
			{
				name: 'phraseLanguageAiApi',
				required: true,
				displayOptions: { show: { signedBy: ['phraseLanguageAiApi'] } },
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
		properties: [unreadBody, ...describeFields(fields)],
	};

	/** A callback URL goes to Phrase with each piece of work, so there is nothing to register there. */
	webhookMethods = {
		default: {
			/** Always false, so that n8n goes on to `create`, which looks at the settings. */
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			/** @throws NodeOperationError when the node is set up so that no callback could be taken */
			async create(this: IHookFunctions): Promise<boolean> {
				await assertReceivable(this);
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
