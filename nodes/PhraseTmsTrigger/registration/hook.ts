import type { IHookFunctions, INode } from 'n8n-workflow';

import type { Credential } from '../../../core/http/credential';
import { nodeLog, type NodeLog } from '../../shared/trigger/log';
import { nodeKey } from '../../shared/trigger/nodeMemories';
import { credentialOf } from '../settings';
import { triggerState, type TriggerState } from '../triggerState';
import { modeOf, type Mode } from './mode';

/** What n8n knows of a node when it calls one of its webhook methods. */
export interface Hook {
	/** Names the node among all of an n8n. */
	key: string;
	mode: Mode;
	/** Whether n8n activates the workflow by itself, as it starts, and not the user. */
	isStart: boolean;
	/** Where n8n says that it takes calls for the node. */
	url: string | undefined;
	workflow: { id: string; name: string };
	node: INode;
	state: TriggerState;
	/** Who registers. */
	credential: Credential;
	log: NodeLog;
}

/** Reads what n8n knows. */
export async function hookOf(context: IHookFunctions): Promise<Hook> {
	const { id = '', name = '' } = context.getWorkflow();
	return {
		key: nodeKey(context),
		mode: modeOf(context),
		isStart: ['init', 'leadershipChange'].includes(context.getActivationMode()),
		url: context.getNodeWebhookUrl('default'),
		workflow: { id, name },
		node: context.getNode(),
		state: triggerState(context),
		credential: await credentialOf(context),
		log: nodeLog(context),
	};
}
