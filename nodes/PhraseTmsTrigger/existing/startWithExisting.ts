import type { IDataObject, ITriggerFunctions } from 'n8n-workflow';

import { ParameterError } from '../../../core/http/errors';
import { NodeMemories, nodeKey } from '../../shared/trigger/nodeMemories';
import { allJobsItem } from '../../shared/tms/events/allJobsItem';
import { fireOnce, hasFired, mayHaveForgotten } from '../event/allJobs/fireOnce';
import type { Hook } from '../registration/hook';
import { logError } from '../registration/reported';
import type { Settings } from '../settings';
import { triggerState } from '../triggerState';
import { assertCanExist, lookAtExisting, type Existing } from './lookAtExisting';
import { mayBeTold, noteStart, notTold } from './told';

/** What the registration and the start of the node, which n8n calls in either order, leave for each other. */
interface Meeting {
	/** What was found while the node was registered. */
	existing?: Existing;
	/** Starts the workflow with it, once n8n has started the node. */
	start?: (existing: Existing) => void;
}

const meetings = new NodeMemories<Meeting>(() => ({}));

/**
 * Finds what has reached the states that start the workflow. It comes after the registration, so that nothing is missed
 * in between.
 *
 * When n8n starts, what goes wrong is logged, and found at the next start: n8n would not take events until it had
 * succeeded.
 *
 * @throws PhraseError when Phrase does not tell; ParameterError when there is more than the user wants
 */
export async function findExisting(hook: Hook, settings: Settings): Promise<void> {
	const meeting = meetings.of(hook.key);
	meeting.existing = undefined;
	const existing = await look(hook, settings).catch((error: unknown) => {
		if (!hook.isStart) throw error;
		logError(
			hook,
			'Could not look for what has reached the state before. The node receives what happens from now on, and looks again when n8n starts or you publish the workflow',
			error,
		);
		return undefined;
	});
	if (existing === undefined) return;
	if (meeting.start === undefined) meeting.existing = existing;
	else meeting.start(existing);
}

async function look(hook: Hook, settings: Settings): Promise<Existing | undefined> {
	assertCanExist(settings);
	const existing = await lookAtExisting(hook, settings);
	if (existing !== undefined) assertWithinLimit(hook, existing);
	return existing;
}

function assertWithinLimit({ key: node, state }: Hook, { jobs, groups, limit }: Existing): void {
	const of = { node, state, isTest: false };
	const count = notTold(of, jobs).length + groups.filter(({ key }) => !hasFired(of, key)).length;
	if (count <= limit) return;
	throw new ParameterError(
		`'Start With What Is There' finds ${count} jobs and groups of jobs, more than 'Limit at Start' allows (${limit})`,
		"Narrow the filters or 'Projects of the Last (Days)', raise 'Limit at Start', or switch 'Start With What Is There' off.",
	);
}

/**
 * Starts the workflow with what was found, or will be: n8n calls this on the process that is to start workflows, n8n 1
 * right after the registration, and n8n 2.41 before it.
 *
 * @returns what ends that
 */
export function startWithExisting(context: ITriggerFunctions): () => void {
	if (context.getMode() === 'manual') return () => undefined;
	const meeting = meetings.of(nodeKey(context));
	const start = (existing: Existing) => emit(context, existing);
	meeting.start = start;
	const { existing } = meeting;
	meeting.existing = undefined;
	if (existing !== undefined) start(existing);
	return () => {
		if (meeting.start === start) meeting.start = undefined;
	};
}

/** Starts the workflow. What has started it before does not start it again. */
function emit(context: ITriggerFunctions, existing: Existing): void {
	const node = nodeKey(context);
	const around = {
		node,
		isTest: false,
		state: triggerState(context),
		accepted: async () => await Promise.resolve(true),
	};
	// Nothing may be awaited from here on: what counts as told must be given to n8n.
	const jobs = notTold(around, existing.jobs).map((json) => marked(json, mayBeTold(around)));
	const groups = fireOnce(around, existing.groups).map((one) =>
		marked(allJobsItem(one, { eventUid: null, timestamp: existing.at }), mayHaveForgotten(around)),
	);
	if (jobs.length > 0) noteStart(around, jobs, existing.until);
	const items = [...jobs, ...groups];
	if (items.length > 0) context.emit([items.map((json) => ({ json }))]);
}

function marked(json: IDataObject, mayBeRepeated: boolean): IDataObject {
	return mayBeRepeated ? { ...json, mayBeRepeated } : json;
}
