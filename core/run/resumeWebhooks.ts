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
