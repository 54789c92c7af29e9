import type { IDataObject, IWebhookResponseData } from 'n8n-workflow';

/**
 * What a webhook hands to n8n, which answers the call with 200.
 * @param items JSON of the items to start the workflow with; none start nothing
 */
export function startWith(items: IDataObject[]): IWebhookResponseData {
	return items.length === 0 ? {} : { workflowData: [items.map((json) => ({ json }))] };
}
