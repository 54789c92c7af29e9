import { toggle } from '../../../../core/fields/choice';

/** Deletes for good what would go to the recycle bin. */
export const purge = toggle({
	displayName: 'Purge',
	description: 'Whether to delete for good, past the recycle bin',
});
