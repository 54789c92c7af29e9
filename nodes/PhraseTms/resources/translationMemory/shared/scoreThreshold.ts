import { anyNumber } from '../../../../../core/fields/number';

/** How like a text a segment has to be; 1.01 is a match with its context. Source: schema SearchTMByJobRequestDto. */
export const scoreThreshold = anyNumber(
	{ displayName: 'Score Threshold', description: 'Lowest score of a result: from 0 to 1.01' },
	{ min: 0, max: 1.01, initially: 0 },
);
