import type { IWebhookDescription } from 'n8n-workflow';

/** The webhook by which a callback wakes an execution that sleeps in one of our nodes. */
export const resumeWebhooks: IWebhookDescription[] = [
	{
		name: 'default',
		httpMethod: 'POST',
		responseMode: 'onReceived',
		responseData: 'noData',
		path: '',
		isFullPath: true,
		restartWebhook: true,
	},
];

/** What the editor shows at a node in which an execution sleeps: an expression, which sees the node's parameters. */
export const sleepingTooltip = `={{ "Asleep until Phrase calls back about " + ({
	asyncRequest: "asynchronous requests",
	connector: "files of a connector",
	fileTranslation: "file translations",
})[$parameter["resource"]] + ", " + $parameter["sleepLimit"] + " " + $parameter["sleepLimitUnit"] + " at most" }}`;
