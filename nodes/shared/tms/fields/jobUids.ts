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
	// An item about several jobs names the first of them in `jobUid` as well.
	inputMember: ['jobUids', 'jobUid'],
});
