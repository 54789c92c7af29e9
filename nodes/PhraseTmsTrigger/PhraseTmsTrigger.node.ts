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

import { describeFields } from '../../core/fields/describeFields';
import { methodsFor } from '../../core/fields/listErrors';
import { startWithExisting } from './existing/startWithExisting';
import { receiveEvent } from './event/receiveEvent';
import { tmsCredentials } from '../shared/tms/credentialType';
import { EVENTS_SUBTITLE } from '../shared/tms/fields/events';
import { fields } from './fields';
import { register, registrationExists, unregister } from './registration';

/** Starts a workflow on events of a Phrase TMS account. */
export class PhraseTmsTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase TMS Trigger',
		name: 'phraseTmsTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		// For nodes of version 1, n8n 2 evaluates an expression at each call of a webhook, for which it makes a V8 isolate.
		version: [2],
		defaultVersion: 2,
		subtitle: EVENTS_SUBTITLE,
		// n8n's node list shows this on the card that the trigger shares with Phrase TMS.
		description:
			'Translate with Phrase TMS: create jobs and get their files back, or start a workflow when something happens there',
		eventTriggerDescription: 'Waiting for an event in Phrase TMS',
		activationMessage: 'Your workflow now starts on the events of Phrase TMS that you have chosen.',
		triggerPanel: {
			header: 'Pull in events from Phrase TMS',
			executionsHelp: {
				inactive:
					"<b>While building your workflow</b>, click the 'execute step' button. Phrase sends samples of the chosen events at once; choose Test With > Real Events in the options to wait for the next event that happens.<br /><br /><b>Once you're happy with your workflow</b>, publish it. The chosen events of Phrase TMS start it by themselves then. These executions show up in the <a data-key=\"executions\">executions list</a>, but not in the editor.",
				active:
					'<b>While building your workflow</b>, click the \'execute step\' button. Phrase sends samples of the chosen events at once. To wait for the next event that happens, choose Test With > Real Events in the options.<br /><br /><b>Your workflow also starts by itself</b>, because it is published: on the chosen events of Phrase TMS. These executions show up in the <a data-key="executions">executions list</a>, but not in the editor.',
			},
			activationHint: 'Publish this workflow to have it start by itself, too',
		},
		defaults: { name: 'Phrase TMS Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: tmsCredentials,
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

	methods = methodsFor(Object.values(fields));

	/** The node registers a webhook of its own in Phrase TMS. */
	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await registrationExists(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await register(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this);
			},
		},
	};

	/**
	 * Starts the workflow with what has reached the state before, if the user wants that. n8n calls it after the
	 * webhook methods, or before them.
	 *
	 * It is needed anyway. When it starts, n8n 2.x takes those active workflows for registered whose webhooks
	 * are in its database. It does not when a node has something in memory, which this makes it believe. So the
	 * registration is checked on each start, as n8n 1.x does: to repair it, and to catch up on what was
	 * missed.
	 */
	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		const end = startWithExisting(this);
		return {
			closeFunction: async () => {
				end();
				await Promise.resolve();
			},
		};
	}

	/** Hands on what `webhook` gave. Without this, n8n would wait in a test for `trigger` to give it. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveEvent(this);
	}
}
