import type { IHookFunctions, IWebhookFunctions } from 'n8n-workflow';

import { RecentKeys } from '../../core/concurrency/recentKeys';
import { rememberBounded } from '../../core/concurrency/rememberBounded';

const HOUR_MS = 60 * 60 * 1000;

/** Nodes that are remembered at most, those that were called last. */
const MOST_NODES = 1_000;

/**
 * What a process remembers of the calls of one node. n8n saves what a node writes only once it has started the
 * execution, and then the whole of it: calls at the same moment know of each other by this only.
 */
export class TriggerMemory {
	/** What has started the workflow. Phrase delivers again for hours, and replays when a user wants it to. */
	readonly seen = new RecentKeys({ limit: 1_000, maxAgeMs: 24 * HOUR_MS });
	/** The calls under way, by key: each ends once it is known whether it has started the workflow. */
	readonly underWay = new Map<string, Promise<void>>();
	/** What the event about all jobs has fired for. */
	readonly fired = new RecentKeys({ limit: 1_000 });
	/** What it fires for at the moment. */
	readonly firing = new Set<string>();
}

const memories = new Map<string, TriggerMemory>();

/** What this process remembers of a node. */
export function triggerMemory(context: IHookFunctions | IWebhookFunctions): TriggerMemory {
	const key = nodeKey(context);
	const memory = memories.get(key) ?? new TriggerMemory();
	rememberBounded(memories, key, memory, MOST_NODES);
	return memory;
}

/** Names the node among all of an n8n. */
export function nodeKey(context: IHookFunctions | IWebhookFunctions): string {
	return `${context.getWorkflow().id} ${context.getNode().id}`;
}
