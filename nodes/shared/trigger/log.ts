import type { IHookFunctions, IPollFunctions, IWebhookFunctions } from 'n8n-workflow';

/** Writes lines about one node to n8n's log. */
export interface NodeLog {
	info(text: string): void;
	warn(text: string): void;
	error(text: string): void;
}

/** The log of a node; each line names its workflow and itself. */
export function nodeLog(context: IHookFunctions | IPollFunctions | IWebhookFunctions): NodeLog {
	const about = { workflowId: context.getWorkflow().id, nodeName: context.getNode().name };
	const { logger } = context;
	return {
		info: (text) => logger.info(text, about),
		warn: (text) => logger.warn(text, about),
		error: (text) => logger.error(text, about),
	};
}
