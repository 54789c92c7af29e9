import { idList } from '../../../../core/fields/list';

/**
 * Jobs by their UIDs, those of the input unless the user says otherwise.
 * @param max most of them; any number by default
 */
export const jobUids = (max?: number) => ({
	...idList(
		{
			displayName: 'Job UIDs',
			description: `UIDs of ${max === undefined ? 'the' : `up to ${max.toLocaleString('en')}`} jobs: one, several with commas or blanks, or a list by expression`,
		},
		{ min: 1, max },
	),
	// An item about one job may name it in `jobUid` alone.
	inputMember: ['jobUids', 'jobUid'],
});

/** The member that names a job to operations on one: there is none when an item is about several. */
export function onlyJob(uids: string[]): { jobUid?: string } {
	const [only, another] = uids;
	return only === undefined || another !== undefined ? {} : { jobUid: only };
}
