import type { INodeProperties } from 'n8n-workflow';

/**
 * Lets n8n hand over a request with its body unread: n8n looks for `options.binaryData` in every node of version 1
 * that a webhook starts. Else n8n would read whatever comes before the trigger can refuse it. It would store
 * the files of a form, quote a body that it cannot parse in its answer, and answer 500 to one that is too
 * long for it.
 */
export const unreadBody: INodeProperties = {
	displayName: 'Body Handling',
	name: 'options',
	type: 'hidden',
	default: { binaryData: true },
};
