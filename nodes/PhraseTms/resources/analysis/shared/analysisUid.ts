import { requiredId } from '../../../../../core/fields/text';

/** The analysis an operation is about. */
export const analysisUid = () =>
	requiredId({
		displayName: 'Analysis UID',
		placeholder: 'e.g. 3bWk7rQyTz0fNcVg5xHs82',
		description: 'UID of the analysis, as Analysis > Get Many gives it',
	});
