import {
	NodeConnectionTypes,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IPollFunctions,
} from 'n8n-workflow';

import { describeFields } from '../../core/fields/describeFields';
import { methodsFor } from '../../core/fields/listErrors';
import { tmsCredentials } from '../shared/tms/credentialType';
import { EVENTS_SUBTITLE } from '../shared/tms/fields/events';
import { fields } from './fields';
import { poll } from './poll';

/** Starts a workflow on events of a Phrase TMS account, for an n8n that Phrase cannot call. */
export class PhraseTmsPollingTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Phrase TMS Polling Trigger',
		name: 'phraseTmsPollingTrigger',
		icon: { light: 'file:../../icons/phrase.svg', dark: 'file:../../icons/phrase.dark.svg' },
		group: ['trigger'],
		version: 1,
		subtitle: EVENTS_SUBTITLE,
		description:
			'Start a workflow when something has happened in Phrase TMS, by asking Phrase from time to time: for an n8n that Phrase cannot reach',
		activationMessage: 'Your workflow now asks Phrase TMS at the poll times whether something has happened.',
		defaults: { name: 'Phrase TMS Polling Trigger' },
		polling: true,
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: tmsCredentials,
		properties: describeFields(fields),
	};

	methods = methodsFor(Object.values(fields));

	async poll(this: IPollFunctions): Promise<INodeExecutionData[][] | null> {
		return await poll(this);
	}
}
