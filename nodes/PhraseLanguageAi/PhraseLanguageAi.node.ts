import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { describe } from '../../core/operation/describe';
import { methodsOf } from '../../core/operation/methodsOf';
import { subtitleOf } from '../../core/operation/subtitle';
import type { ActionNode } from '../../core/run/actionNode';
import { resumeOperation } from '../../core/run/resume';
import { resumeWebhooks } from '../../core/run/resumeWebhooks';
import { runOperation } from '../../core/run/runner';
import { sleepingTooltip } from '../../core/run/sleepingTooltip';
import { OUTPUTS } from './fields/qualityGate';
import { resources } from './resources';

const actionNode: ActionNode = {
	resources,
	product: 'languageAi',
	credentialType: 'phraseLanguageAiApi',
};

/** Drives Phrase Language AI: machine translation of files and texts, and its quality scores. */
export class PhraseLanguageAi implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase Language AI',
		name: 'phraseLanguageAi',
		icon: {
			light: 'file:../../icons/phrase-language-ai.svg',
			dark: 'file:../../icons/phrase-language-ai.dark.svg',
		},
		group: ['transform'],
		// As Phrase TMS: see there.
		version: [2],
		defaultVersion: 2,
		subtitle: subtitleOf(resources),
		description: 'Translate files and texts with Phrase Language AI, and get quality scores',
		defaults: { name: 'Phrase Language AI' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: OUTPUTS,
		webhooks: resumeWebhooks,
		waitingNodeTooltip: sleepingTooltip(resources),
		credentials: [{ name: 'phraseLanguageAiApi', required: true }],
		properties: describe(resources, 'fileTranslation'),
	};

	methods = methodsOf(resources);

	/** Runs the chosen operation over all input items. */
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, actionNode);
	}

	/** Takes the callbacks that an execution sleeping in this node waits for. */
	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await resumeOperation(this, () => actionNode);
	}
}
