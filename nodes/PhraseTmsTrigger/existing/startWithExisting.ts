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

/** What was found while the node was registered, for n8n to start the workflow with right after. */
const found = new NodeMemories<{ existing?: Existing }>(() => ({}));

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
	const memory = found.of(hook.key);
	memory.existing = undefined;
	memory.existing = await look(hook, settings).catch((error: unknown) => {
		if (!hook.isStart) throw error;
		logError(
			hook,
			'Could not look for what has reached the state before. The node receives what happens from now on, and looks again when n8n starts or you publish the workflow',
			error,
		);
		return undefined;
	});
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
 * Starts the workflow with what was found. n8n calls this right after the registration, on the process that is to start
 * workflows. What has started it before does not start it again.
 */
export function startWithExisting(context: ITriggerFunctions): void {
	if (context.getMode() === 'manual') return;
	const node = nodeKey(context);
	const { existing } = found.of(node);
	if (existing === undefined) return;
	found.of(node).existing = undefined;
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
