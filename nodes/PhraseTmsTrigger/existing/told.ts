import type { IDataObject } from 'n8n-workflow';

import { asText } from '../../../core/http/read';
import { isJsonObject } from '../../../core/phrase/lenient';
import { NodeMemories } from '../../shared/trigger/nodeMemories';
import type { TriggerCall } from '../../shared/trigger/triggerCall';
import { FiredFor } from '../event/allJobs/firedFor';
import { JOB_REACHED_STATUS } from '../../shared/tms/events/watchedJobs';
import type { StartedWith, TriggerState } from '../triggerState';

/** How long Phrase may deliver a change that is told already, in seconds: it repeats for hours, and replays on demand. */
const REMEMBERED_SECONDS = 24 * 60 * 60;

/** What a process remembers of the jobs that the workflow has been started for. */
const memories = new NodeMemories(() => ({
	/** By events, and on activation. */
	told: new FiredFor(),
	/** On activation. */
	starts: new Map<string, StartedWith>(),
}));

/** What of a node it takes to remember. */
type Memory = Pick<TriggerCall<TriggerState>, 'node' | 'state'>;

/** Names a job in its status; undefined for what tells of no status. */
function keyOf({ event, job }: IDataObject): string | undefined {
	return event === JOB_REACHED_STATUS && isJsonObject(job)
		? `${asText(job.uid)} ${asText(job.status)}`
		: undefined;
}

function keysOf(items: IDataObject[]): string[] {
	return items.map(keyOf).filter((key) => key !== undefined);
}

function recall({ node, state }: Memory) {
	const memory = memories.of(node);
	memory.told.merge(state.told);
	for (const start of state.startedWith ?? []) memory.starts.set(`${start.until} ${start.jobs}`, start);
	return memory;
}

/** The items of jobs that have not started the workflow in the status that they are in. */
export function notTold(of: Memory, items: IDataObject[]): IDataObject[] {
	const { told } = recall(of);
	return items.filter((item) => !told.has(keyOf(item) ?? ''));
}

/** Whether so many jobs have started the workflow that the oldest are forgotten, and may start it again. */
export function mayBeTold(of: Memory): boolean {
	return recall(of).told.isFull;
}

/** Notes what an event starts the workflow with, once n8n has started it. */
export function noteTold(
	{ accepted, isTest, ...of }: Pick<TriggerCall<TriggerState>, 'node' | 'state' | 'accepted' | 'isTest'>,
	items: IDataObject[],
): void {
	const keys = keysOf(items);
	if (isTest || keys.length === 0) return;
	const { told } = recall(of);
	of.state.told = told.toText(keys);
	void accepted().then((started) => {
		if (started) for (const key of keys) told.add(key);
	});
}

/**
 * Notes what starts the workflow on activation.
 * @param until up to when the changes of these jobs are told by it, in seconds since 1970 by Phrase's clock
 */
export function noteStart(of: Memory, items: IDataObject[], until: number): void {
	const { told, starts } = recall(of);
	const keys = keysOf(items);
	for (const key of keys) told.add(key);
	const start = { until, jobs: new FiredFor().toText(keys) };
	starts.set(`${start.until} ${start.jobs}`, start);
	for (const [key, one] of starts) if (one.until < until - REMEMBERED_SECONDS) starts.delete(key);
	of.state.told = told.toText();
	of.state.startedWith = [...starts.values()];
}

/**
 * Whether an item tells of a change that started the workflow on activation already.
 * @param timestamp when the event happened, in seconds since 1970; null when it does not say
 */
export function isToldByStart(of: Memory, item: IDataObject, timestamp: number | null): boolean {
	const key = keyOf(item);
	if (key === undefined) return false;
	return [...recall(of).starts.values()].some(({ until, jobs }) => {
		if ((timestamp ?? 0) > until) return false;
		const startedFor = new FiredFor();
		startedFor.merge(jobs);
		return startedFor.has(key);
	});
}
