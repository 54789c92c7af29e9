import { requiredId } from '../../../../../core/fields/text';

/** The segment an operation is about. */
export const segmentId = requiredId({
	displayName: 'Segment ID',
	placeholder: 'e.g. 7Yb2LnX0qT',
	description: 'ID of the segment, as Search gives it',
});
