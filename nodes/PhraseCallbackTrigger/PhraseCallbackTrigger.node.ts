import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';

import { describeFields } from '../../core/fields/describeFields';
import { fields } from './fields';
import { assertReceivable, receiveCallback } from './receiveCallback';

/** A link to the executions, as n8n's panel knows it. */
const EXECUTIONS = '<a data-key="executions">executions list</a>';

/** What to do in place of listening at the test URL: see `assertNotifiable`. */
const WHILE_BUILDING = `<b>While building your workflow</b>, publish it, and start one piece of work with the production URL: 'Notify' takes no test URL, because n8n takes calls there for two minutes only. When the work has ended, open the execution in the ${EXECUTIONS} and choose 'Copy to editor': what Phrase sent is pinned here then, for you to go on with.`;

const NOT_HERE = `These executions show up in the ${EXECUTIONS}, but not in the editor.`;

/** Starts a workflow when Phrase calls back about work that has ended. */
export class PhraseCallbackTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase Callback Trigger',
		name: 'phraseCallbackTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1, n8n 2 evaluates an expression at each call of a webhook, for which it makes a V8 isolate.
		version: [2],
		defaultVersion: 2,
		subtitle:
			'={{ $parameter["kinds"].length === 1 ? $parameter["kinds"][0].replace(/[A-Z]/g, " $&").toLowerCase() : $parameter["kinds"].length > 1 ? $parameter["kinds"].length + " kinds" : "all kinds" }}',
		description:
			'Start a workflow when work in Phrase TMS or Phrase Language AI has ended that you started with the URL of this node',
		eventTriggerDescription: 'Waiting for a call of the test URL',
		activationMessage:
			"Your workflow now starts when work ends that you started with this node's production URL as its callback URL.",
		triggerPanel: {
			header: 'Let Phrase call back',
			executionsHelp: {
				inactive: `${WHILE_BUILDING}<br /><br /><b>Once you're happy with your workflow</b>, publish it again. It starts by itself then when work ends that you started with the production URL. ${NOT_HERE}`,
				active: `${WHILE_BUILDING}<br /><br /><b>Your workflow also starts by itself</b>, because it is published: when work ends that you started with the production URL. ${NOT_HERE}`,
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
		properties: describeFields(fields),
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
