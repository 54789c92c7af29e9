import { PollContext } from 'n8n-core';
import {
	deepCopy,
	Workflow,
	type IDataObject,
	type INode,
	type INodeParameters,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { additionalDataFor, CredentialStore, nodeTypes } from '../../n8n/inProcess';
import { PhraseTmsPollingTrigger } from '../../nodes/PhraseTmsPollingTrigger/PhraseTmsPollingTrigger.node';
import type { Sandbox } from '../../sandbox';

/** A workflow with a polling trigger, in n8n-core's own contexts. Each poll is one of a freshly started n8n. */
export class PolledNode {
	/** What n8n's database holds of the workflow. */
	staticData: IDataObject = {};

	private credentials: CredentialStore | undefined;

	private readonly trigger = new PhraseTmsPollingTrigger();

	constructor(
		private readonly sandbox: Sandbox,
		public parameters: INodeParameters,
	) {}

	/**
	 * Polls once.
	 * @param options.mode n8n's mode
	 * @param options.stores whether n8n stores the state: n8n 1 does not when nothing starts
	 * @returns JSON of the items; null when the node gives none
	 */
	async poll({ mode = 'trigger', stores = true }: { mode?: WorkflowExecuteMode; stores?: boolean } = {}) {
		const credentials = (this.credentials ??= new CredentialStore({
			phraseTmsApi: { ...this.sandbox.credentials.phraseTmsApi },
		}));
		const type = 'n8n-nodes-phrase.phraseTmsPollingTrigger';
		const node: INode = {
			id: 'node-id',
			name: 'Phrase TMS Polling Trigger',
			type,
			typeVersion: 1,
			position: [0, 0],
			parameters: deepCopy(this.parameters),
			credentials: credentials.references,
		};
		const workflow = new Workflow({
			id: 'workflow',
			name: 'Test',
			nodes: [node],
			connections: {},
			active: true,
			nodeTypes: nodeTypes({ [type]: this.trigger }),
			staticData: deepCopy(this.staticData),
		});
		const context = new PollContext(workflow, node, additionalDataFor(node, credentials), mode, 'activate');
		const output = await this.trigger.poll.call(context);
		if (stores) this.staticData = JSON.parse(JSON.stringify(workflow.staticData)) as IDataObject;
		return output?.[0]?.map(({ json }) => json) ?? null;
	}
}
