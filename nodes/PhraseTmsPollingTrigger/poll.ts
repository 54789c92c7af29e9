import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import { digestOf } from '../../core/concurrency/digest';
import { inParallel } from '../../core/concurrency/inParallel';
import { createPhraseClient } from '../../core/http/client';
import { ParameterError } from '../../core/http/errors';
import { asText } from '../../core/http/read';
import { toNodeError } from '../../core/run/nodeError';
import { watchedProjects } from '../shared/tms/events/watchedJobs';
import { nodeLog } from '../shared/trigger/log';
import { nodeKey } from '../shared/trigger/nodeMemories';
import { createdProjects } from './createdProjects';
import { HOUR_MS, type Happened, type Look } from './look';
import { reachedIn } from './reachedByJobs';
import { readSettings } from './settings';

/** What the node keeps in n8n's database, as long as its workflow exists. n8n notices whole members only. */
interface PollState {
	/** What the node looks for; see `PollSettings.setUp`. */
	setUp?: string;
	/** When it looked last, ms since 1970. */
	lookedAt?: number;
	/** Digests of the keys of all that it saw then. */
	seen?: string;
}

/** Bytes of a key's digest, and how many characters they are: by chance, two of 20,000 are the same once in 10¹³ times. */
const DIGEST_BYTES = 9;
const DIGEST = /[\w-]{12}/g;

/** Most that is seen at a time: 240 KB of the workflow's static data, which n8n writes as a whole. */
const MOST_SEEN = 20_000;

/** Projects whose jobs are read at the same time. */
const PROJECTS_AT_ONCE = 5;

/** The nodes that are looking at the moment: n8n 1 does not wait for one look before it begins the next. */
const looking = new Set<string>();

/**
 * Looks at what has happened since the last look. What the node sees stays seen as long as it lasts, so nothing starts
 * the workflow twice. A look that fails changes nothing: the next one finds what it would have found.
 *
 * While the user tests the node, it gives the newest occurrence of each event, whenever that was.
 *
 * @returns the items to start the workflow with; null when there are none
 * @throws NodeApiError or NodeOperationError, which n8n shows: on activation to the user, else as a failed execution
 */
export async function poll(context: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	try {
		const settings = await readSettings(context);
		const look: Look = {
			settings,
			client: createPhraseClient(settings.credential, { product: 'tms' }),
			log: nodeLog(context),
			now: Date.now(),
		};
		const news = context.getMode() === 'manual' ? await samples(look) : await onceAtATime(context, look);
		return news.length === 0 ? null : [news.map((json) => ({ json }))];
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

async function onceAtATime(context: IPollFunctions, look: Look): Promise<IDataObject[]> {
	const node = nodeKey(context);
	if (looking.has(node)) return [];
	looking.add(node);
	try {
		return await news(context.getWorkflowStaticData('node'), look);
	} finally {
		looking.delete(node);
	}
}

/** What has happened since the last look, the oldest first. */
async function news(state: PollState, look: Look): Promise<IDataObject[]> {
	const { setUp, startWithExisting } = look.settings;
	const isFirst = state.setUp !== setUp;
	const { all, isComplete } = await everything(
		look,
		isFirst ? firstSince(look) : (state.lookedAt ?? look.now),
	);
	const seen = new Set(isFirst ? [] : state.seen?.match(DIGEST));
	const digests = new Map(all.map((one) => [digestOf(one.key, DIGEST_BYTES), one]));
	// What could not be seen this time may be there all the same, and was seen before.
	const known = new Set(isComplete ? digests.keys() : [...seen, ...digests.keys()]);
	if (known.size > MOST_SEEN) {
		throw new ParameterError(
			`There is more to look at than the ${MOST_SEEN} jobs, groups and projects that the node can tell apart`,
			"Narrow the filters, or 'Projects of the Last (Days)'. Several nodes can share the projects.",
		);
	}
	state.setUp = setUp;
	state.lookedAt = look.now;
	state.seen = [...known].join('');
	if (isFirst && !startWithExisting) return [];
	return [...digests]
		.filter(([digest]) => !seen.has(digest))
		.map(([, { json }]) => json)
		.sort((one, other) => timeOf(one).localeCompare(timeOf(other)));
}

function timeOf({ timestamp }: IDataObject): string {
	return asText(timestamp) ?? '';
}

/** From when on the first look takes projects. */
function firstSince({ now, settings }: Look): number {
	return settings.startWithExisting ? now - settings.projectAge * 24 * HOUR_MS : now;
}

/**
 * All that lasts: jobs and groups that are in a status, and projects that were created since a moment. It is not complete
 * when Phrase refuses to show some of it.
 */
async function everything(look: Look, since: number): Promise<{ all: Happened[]; isComplete: boolean }> {
	const { projectCreated, jobReached, allJobsReached } = look.settings;
	const all: Happened[] = [];
	if (projectCreated) for await (const created of createdProjects(look, since)) all.push(created);
	if (!jobReached && !allJobsReached) return { all, isComplete: true };
	const projects: IDataObject[] = [];
	for await (const project of watchedProjects(look)) projects.push(project);
	const reached = await inParallel(projects, PROJECTS_AT_ONCE, async (one) => await reachedIn(one, look));
	return {
		all: [...all, ...reached.flatMap((one) => one ?? [])],
		isComplete: !reached.includes(undefined),
	};
}

/**
 * The newest occurrence of each event.
 * @throws ParameterError when there is none
 */
async function samples(look: Look): Promise<IDataObject[]> {
	const { projectCreated, jobReached, allJobsReached, projectAge } = look.settings;
	const wanted = Number(projectCreated) + Number(jobReached) + Number(allJobsReached);
	const found = new Map<unknown, IDataObject>();
	for await (const { json } of newestFirst(look, look.now - projectAge * 24 * HOUR_MS)) {
		if (!found.has(json.event)) found.set(json.event, json);
		if (found.size === wanted) break;
	}
	if (found.size > 0) return [...found.values()];
	throw new ParameterError(
		'There is nothing in Phrase yet that passes the filters',
		"Let it happen in Phrase, or widen the filters or 'Reached Statuses', and try again.",
	);
}

async function* newestFirst(look: Look, since: number): AsyncGenerator<Happened> {
	const { projectCreated, jobReached, allJobsReached } = look.settings;
	if (projectCreated) {
		for await (const created of createdProjects(look, since)) {
			yield created;
			break;
		}
	}
	if (!jobReached && !allJobsReached) return;
	for await (const project of watchedProjects(look)) yield* (await reachedIn(project, look)) ?? [];
}
