import type { IHookFunctions, IPollFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

import { RecentKeys } from '../../../core/concurrency/recentKeys';
import { rememberBounded } from '../../../core/concurrency/rememberBounded';

const HOUR_MS = 60 * 60 * 1000;

/** Nodes that are remembered at most, those that were called last. */
const MOST_NODES = 1_000;

/**
 * What a process remembers of each node. Only once it has started the execution, n8n saves what a node
 * writes, and then the whole of it. Calls at the same moment know of each other by this only.
 */
export class NodeMemories<Memory> {
	private readonly memories = new Map<string, Memory>();

	/** @param make gives the memory of a node that is not known yet */
	constructor(private readonly make: () => Memory) {}

	/**
	 * What this process remembers of a node.
	 * @param node its `nodeKey`
	 */
	of(node: string): Memory {
		const memory = this.memories.get(node) ?? this.make();
		rememberBounded(this.memories, node, memory, MOST_NODES);
		return memory;
	}
}

/** What a process remembers of the calls that a trigger has taken. */
export const takenCalls = new NodeMemories(() => ({
	/** What has started the workflow. Phrase delivers again for hours, and replays when a user wants it to. */
	seen: new RecentKeys({ limit: 1_000, maxAgeMs: 24 * HOUR_MS }),
	/** The calls under way, by key: each ends once it is known whether it has started the workflow. */
	underWay: new Map<string, Promise<void>>(),
}));

/** Names the node among all of an n8n. */
export function nodeKey(
	context: IHookFunctions | IPollFunctions | ITriggerFunctions | IWebhookFunctions,
): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}
