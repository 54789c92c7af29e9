import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { describeFields } from '../../core/fields/describeFields';
import { describe } from '../../core/operation/describe';
import { methodsOf } from '../../core/operation/methodsOf';
import { subtitleOf } from '../../core/operation/subtitle';
import type { ActionNode } from '../../core/run/actionNode';
import { resumeOperation } from '../../core/run/resume';
import { resumeWebhooks } from '../../core/run/resumeWebhooks';
import { runOperation } from '../../core/run/runner';
import { sleepingTooltip } from '../../core/run/sleepingTooltip';
import { tmsCredentials, tmsCredentialType } from '../shared/tms/credentialType';
import { authentication } from '../shared/tms/fields/authentication';
import { resources } from './resources';

/** Drives Phrase TMS: jobs, their files, connectors, projects and webhooks. */
export class PhraseTms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase TMS',
		name: 'phraseTms',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['transform'],
		// For nodes of version 1, n8n 2 evaluates an expression at each call of a webhook, for which it makes a V8 isolate.
		// Of a node that says which version new ones have, n8n leaves the lists as they are. To others it adds 'Custom API
		// Call', which sends users to the HTTP Request node; ours is API > Call.
		version: [2],
		defaultVersion: 2,
		subtitle: subtitleOf(resources),
		description: 'Create translation jobs in Phrase TMS, wait for them, and get the files back',
		defaults: { name: 'Phrase TMS' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		webhooks: resumeWebhooks,
		waitingNodeTooltip: sleepingTooltip(resources),
		credentials: tmsCredentials,
		properties: [
			...describeFields({ authentication: authentication('How to sign in to Phrase TMS') }),
			...describe(resources, 'job'),
		],
	};

	methods = methodsOf(resources);

	/** Runs the chosen operation over all input items. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, actionNode(this.getNodeParameter('authentication', 0)));
	}

	/** Takes the callbacks that an execution sleeping in this node waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resumeOperation(this, () => actionNode(this.getNodeParameter('authentication')));
	}
}

function actionNode(chosen: unknown): ActionNode {
	return { resources, product: 'tms', credentialType: tmsCredentialType(chosen) };
}
